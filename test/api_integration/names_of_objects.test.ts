import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkPrivilegesRoute } from '../../common/http_api/check_privileges.ts';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { findOwnersRoute } from '../../common/http_api/find_owners.ts';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { rotateKeyRoute } from '../../common/http_api/rotate_key.ts';
import type { Route } from '../../common/http_api/route.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

// What every JavaScript object has without having been given it.
const METADATA = { constructor: 'a', toString: { hasOwnProperty: 1 }, valueOf: [] };
const ROLES = {
  constructor: { indices: [{ names: ['toString', 'hasOwnProperty'], privileges: ['read'] }] },
  toString: { cluster: ['monitor'] },
};

let app: TestConsole;
let user: TestUser;
let key: CreatedKey;

beforeAll(async () => {
  [app, user] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key'] }),
  ]);
  key = await createKey(app.url, user, {
    name: 'constructor',
    role_descriptors: ROLES,
    metadata: METADATA,
  });
});
afterAll(() => app.stop());

const call = <Params, Query, Body, Response>(
  route: Route<Params, Query, Body, Response>,
  options: { readonly params?: Record<string, string>; readonly body?: object },
) => callApi(app.url, route, { authorization: user.authorization, ...options });

it('names of JavaScript’s own are kept like all others', async () => {
  const { body } = await call(getKeyRoute, { params: { id: key.id } });
  expect(body.key.metadata).toEqual(METADATA);
  expect(Object.keys(body.key.role_descriptors ?? {}).sort()).toEqual(['constructor', 'toString']);
});

it.each([
  [{ constructor: 'a' }, 1],
  [{ constructor: 'b' }, 0],
  [{ 'toString.hasOwnProperty': 1 }, 1],
  [{ hasOwnProperty: 'a' }, 0],
])('a filter by the metadata %j finds %d', async (metadata, total) => {
  const { body } = await call(queryKeysRoute, { body: { metadata } });
  expect(body.total).toBe(total);
});

it('privileges for such names are checked', async () => {
  const { body } = await call(checkPrivilegesRoute, { body: { role_descriptors: ROLES } });
  expect(body.excess.map(({ role, names, privilege }) => [role, names, privilege])).toEqual([
    ['constructor', ['toString'], 'read'],
    ['constructor', ['hasOwnProperty'], 'read'],
    ['toString', undefined, 'monitor'],
  ]);
});

it('an owner of such a name is nobody', async () => {
  const { body } = await call(findOwnersRoute, { body: { username: 'constructor' } });
  expect(body.owners).toEqual([]);
});

it('a key with such names is rotated to one like it', async () => {
  const { body } = await call(rotateKeyRoute, { params: { id: key.id }, body: {} });
  const { id } = body.created;
  const successor = await call(getKeyRoute, { params: { id } });
  expect(successor.body.key.metadata).toEqual({ ...METADATA, rotated_from: key.id });
});
