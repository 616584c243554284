import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { capabilitiesRoute } from '../../common/http_api/capabilities.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, createUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

let app: TestConsole;

beforeAll(async () => {
  app = await startConsole();
});
afterAll(() => app.stop());

it.each([
  [[], { can_manage_own: false, can_manage_all: false, can_read_all: false }],
  [['manage_own_api_key'], { can_manage_own: true, can_manage_all: false, can_read_all: false }],
  [['read_security'], { can_manage_own: false, can_manage_all: false, can_read_all: true }],
  [['manage_api_key'], { can_manage_own: true, can_manage_all: true, can_read_all: true }],
  [['manage_security'], { can_manage_own: true, can_manage_all: true, can_read_all: true }],
])('a user with %j may: %j', async (cluster, may) => {
  const { username, authorization } = await createUser({ cluster });
  const { status, body } = await callApi(app.url, capabilitiesRoute, { authorization });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    enabled: true,
    ...may,
    user: { username, realm: 'default_native' },
  });
});

it('a key is told what it may do itself', async () => {
  const owner = await createUser({ cluster: ['manage_api_key'] });
  const role_descriptors = { r: { cluster: ['manage_own_api_key'] } };
  const { encoded } = await createKey(app.url, owner, { name: 'k', role_descriptors });
  const authorization = apiKey(encoded);
  const { body } = await callApi(app.url, capabilitiesRoute, { authorization });
  expect(body).toMatchObject({ can_manage_own: true, can_manage_all: false });
});
