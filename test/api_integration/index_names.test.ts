import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { indexNamesRoute } from '../../common/http_api/index_names.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, prepare } from '../helpers/elasticsearch.ts';

let app: TestConsole;

beforeAll(async () => {
  app = await startConsole();
  await prepare('PUT', '/names-test-seen', { aliases: { 'names-test-alias': {} } });
  await prepare('PUT', '/names-test-hidden', { settings: { 'index.hidden': true } });
  await prepare('PUT', '/names-test-closed');
  await prepare('POST', '/names-test-closed/_close');
});
afterAll(() => app.stop());

it.each([
  ['all that is open and not hidden', 'names-test-*', ['names-test-alias', 'names-test-seen']],
  ['only what they may see', 'names-test-alias', ['names-test-alias']],
])('a reader is told of %s', async (_what, pattern, expected) => {
  const indices = [{ names: [pattern], privileges: ['read'] }];
  const { authorization } = await createUser({ indices });
  const { status, body } = await callApi(app.url, indexNamesRoute, { authorization });
  expect(status).toBe(200);
  expect(body.names.map(({ name }) => name)).toEqual(expected);
});

it('one who may see no index is told of none', async () => {
  const { authorization } = await createUser({ cluster: ['manage_own_api_key'] });
  const answer = await callApi(app.url, indexNamesRoute, { authorization });
  expect(answer).toMatchObject({ status: 200, body: { names: [] } });
});
