import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { askElasticsearch, createUser, type TestUser } from '../helpers/elasticsearch.ts';
import {
  INVALID_ROLE_DESCRIPTORS,
  VALID_ROLE_DESCRIPTORS,
} from '../helpers/role_descriptor_cases.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

let app: TestConsole;
let user: TestUser;

beforeAll(async () => {
  [app, user] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key'] }),
  ]);
});
afterAll(() => app.stop());

const createByConsole = (role_descriptors: unknown) =>
  callApi(app.url, createKeyRoute, {
    authorization: user.authorization,
    body: { name: 'k', role_descriptors },
  });
const createByElasticsearch = (role_descriptors: unknown) =>
  askElasticsearch(user.authorization, 'POST', '/_security/api_key', {
    name: 'k',
    role_descriptors,
  });

describe('the server and Elasticsearch refuse, for the same place,', () => {
  it.each(INVALID_ROLE_DESCRIPTORS)('%s: %j', async (path, descriptors, reason) => {
    const [ours, theirs] = await Promise.all([
      createByConsole(descriptors),
      createByElasticsearch(descriptors),
    ]);
    expect([ours.status, theirs.status]).toEqual([400, 400]);
    const place = `[request body.role_descriptors${path.replaceAll('/', '.')}]`;
    expect(ours.error.message.startsWith(`${place}: expected `)).toBe(true);
    expect(ours.error.message).toContain(', got ');
    expect(JSON.stringify(theirs.body.error)).toContain(JSON.stringify(reason).slice(1, -1));
  });
});

it('the server and Elasticsearch take what is valid', async () => {
  const statuses = await Promise.all(
    VALID_ROLE_DESCRIPTORS.map(async (descriptors) => {
      const answers = [createByConsole(descriptors), createByElasticsearch(descriptors)];
      return { descriptors, statuses: (await Promise.all(answers)).map(({ status }) => status) };
    }),
  );
  expect(statuses.filter(({ statuses: [ours, theirs] }) => ours !== 200 || theirs !== 200)).toEqual(
    [],
  );
});
