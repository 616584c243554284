import { expect, it } from '@jest/globals';
import { capabilitiesRoute } from '../../common/http_api/capabilities.ts';
import { checkPrivilegesRoute } from '../../common/http_api/check_privileges.ts';
import { countKeysRoute } from '../../common/http_api/count_keys.ts';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { exportKeysRoute } from '../../common/http_api/export_keys.ts';
import { findOwnersRoute } from '../../common/http_api/find_owners.ts';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { indexNamesRoute } from '../../common/http_api/index_names.ts';
import { openApiRoute } from '../../common/http_api/openapi.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { rotateKeyRoute } from '../../common/http_api/rotate_key.ts';
import { testKeyRoute } from '../../common/http_api/test_key.ts';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import { defineRoutes } from '../../server/routes/index.ts';
import { answeringServer, passOnTo } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole } from '../helpers/console.ts';
import { createUser, sharedElasticsearch } from '../helpers/elasticsearch.ts';
import { logIn } from '../helpers/log_in.ts';

/**
 * What Elasticsearch's specification gives as available to the users of a serverless project, of all
 * that could be of use here. Not among them: bulk update, cross-cluster keys, native users, grant.
 */
const SERVERLESS = new Set([
  'GET /_security/_authenticate',
  'POST /_security/user/_has_privileges',
  'PUT /_security/api_key',
  'GET /_security/api_key',
  'DELETE /_security/api_key',
  'POST /_security/_query/api_key',
  'PUT /_security/api_key/{id}',
  'GET /_resolve/index/*',
]);

/** Every route once, as everyone who manages their own keys uses them. */
async function callEveryRoute(url: string): Promise<string[]> {
  const user = await createUser({ cluster: ['manage_own_api_key'] });
  const { authorization } = user;
  const { body } = await callApi(url, createKeyRoute, { authorization, body: { name: 'k' } });
  const params = { id: body.id };
  await callApi(url, updateKeyRoute, { authorization, params, body: { metadata: { a: 1 } } });
  await callApi(url, getKeyRoute, { authorization, params, query: { with_limited_by: 'true' } });
  await callApi(url, queryKeysRoute, { authorization, body: { search: 'k', kinds: ['personal'] } });
  const role_descriptors = { r: { cluster: ['monitor'] } };
  await callApi(url, checkPrivilegesRoute, { authorization, body: { role_descriptors } });
  const rotated = await callApi(url, rotateKeyRoute, { authorization, params });
  const { encoded } = rotated.body.created;
  await callApi(url, testKeyRoute, { authorization, body: { encoded } });
  await callApi(url, deleteKeysRoute, { authorization, body: { ids: [body.id, 'unknown'] } });
  await callApi(url, countKeysRoute, { authorization, body: { filter: {} } });
  await callApi(url, findOwnersRoute, { authorization, body: { username: 'u' } });
  await fetch(`${url}${exportKeysRoute.path}`, {
    method: 'POST',
    headers: { authorization, 'kbn-xsrf': 'test', 'content-type': 'application/json' },
    body: JSON.stringify({ filter: {} }),
  }).then((answer) => answer.text());
  await callApi(url, capabilitiesRoute, { authorization });
  await callApi(url, indexNamesRoute, { authorization });
  await callApi(url, openApiRoute, { authorization });
  await fetch(`${url}/api/status`);
  const login = await logIn(url, user);
  expect(login.status).toBe(200);
  await fetch(`${url}/internal/security/me`, { headers: { authorization } });
  const used = [
    createKeyRoute,
    updateKeyRoute,
    getKeyRoute,
    queryKeysRoute,
    checkPrivilegesRoute,
    rotateKeyRoute,
    testKeyRoute,
    deleteKeysRoute,
    exportKeysRoute,
    findOwnersRoute,
    countKeysRoute,
    capabilitiesRoute,
    indexNamesRoute,
    openApiRoute,
  ];
  return used.map(({ method, path }) => `${method} ${path}`);
}

/** What the plugin registers, so that a route which is added later is not forgotten here. */
function registeredRoutes(): string[] {
  const routes: string[] = [];
  const register = (method: string) => (config: { readonly path: string }) => {
    routes.push(`${method} ${config.path}`);
  };
  defineRoutes(
    { get: register('get'), post: register('post'), put: register('put') },
    {
      now: Date.now,
      elasticsearchAs: () => Promise.reject(new Error('only registered')),
      tasks: {} as Parameters<typeof defineRoutes>[1]['tasks'],
    },
  );
  // What background tasks ask for is looked at in their own suite.
  return routes.filter((route) => !route.includes('/tasks'));
}

it('every route asks Elasticsearch only for what a serverless project has', async () => {
  await using proxy = await answeringServer(passOnTo(sharedElasticsearch().url));
  const console = await startConsole([`--elasticsearch.hosts=${proxy.url}`]);
  try {
    expect((await callEveryRoute(console.url)).sort()).toEqual(registeredRoutes().sort());
  } finally {
    await console.stop();
  }
  const asked = proxy.requests.map((request) =>
    request
      .replace(/\?.*/, '')
      .replace(/^PUT \/_security\/api_key\/.+/, 'PUT /_security/api_key/{id}'),
  );
  expect(asked).not.toEqual([]);
  expect(asked.filter((request) => !SERVERLESS.has(request))).toEqual([]);
});
