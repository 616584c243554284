import { type CreatedKey, createKeyRoute } from '../../common/http_api/create_key.ts';
import { callApi } from './api_client.ts';
import { apiKey, askElasticsearch, type TestUser } from './elasticsearch.ts';

/** Creates keys of this user by the console, all at the same time. */
export const createKeys = (
  consoleUrl: string,
  { authorization }: TestUser,
  bodies: readonly object[],
): Promise<CreatedKey[]> =>
  Promise.all(
    bodies.map(async (body) => {
      const answer = await callApi(consoleUrl, createKeyRoute, { authorization, body });
      if (answer.status !== 200) throw new Error(answer.error.message);
      return answer.body;
    }),
  );

export const createKey = async (consoleUrl: string, user: TestUser, body: object) => {
  const [created] = await createKeys(consoleUrl, user, [body]);
  if (created === undefined) throw new Error('No key was created');
  return created;
};

/** The status with which Elasticsearch answers to a program that uses the key. */
export async function statusWith(
  { encoded }: Pick<CreatedKey, 'encoded'>,
  method = 'GET',
  path = '/_security/_authenticate',
  body?: unknown,
): Promise<number> {
  return (await askElasticsearch(apiKey(encoded), method, path, body)).status;
}
