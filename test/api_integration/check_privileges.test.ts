import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { checkPrivilegesRoute } from '../../common/http_api/check_privileges.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, createUser, prepare, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

const BOOKS = `books-${randomUUID()}`;
const SONGS = `songs-${randomUUID()}`;

let app: TestConsole;
let user: TestUser;

beforeAll(async () => {
  [app, user] = await Promise.all([
    startConsole(),
    createUser({
      cluster: ['manage_own_api_key', 'monitor'],
      indices: [{ names: [`${BOOKS}*`], privileges: ['read'] }],
    }),
    prepare('PUT', `/${BOOKS}/_doc/1?refresh=true`, { title: 'Snow Crash' }),
    prepare('PUT', `/${SONGS}/_doc/1?refresh=true`, { title: 'Snowflakes' }),
  ]);
});
afterAll(() => app.stop());

const check = (role_descriptors: unknown, authorization = user.authorization) =>
  callApi(app.url, checkPrivilegesRoute, { authorization, body: { role_descriptors } });

const role_descriptors = {
  'a/b': {
    cluster: ['monitor', 'manage'],
    indices: [{ names: [BOOKS, SONGS, '*'], privileges: ['read'] }],
  },
  c: { applications: [{ application: 'myapp', privileges: 'read', resources: ['x', 'y'] }] },
};

describe('200', () => {
  it('lists what the user does not hold', async () => {
    const { status, body } = await check(role_descriptors);
    expect(status).toBe(200);
    const place = { role: 'a/b', kind: 'index', path: '/a~1b/indices/0/privileges/0' };
    expect(body.excess).toEqual([
      { role: 'a/b', path: '/a~1b/cluster/1', kind: 'cluster', privilege: 'manage' },
      { ...place, names: [SONGS], privilege: 'read' },
      { ...place, names: ['*'], privilege: 'read' },
      {
        role: 'c',
        path: '/c/applications/0/privileges',
        kind: 'application',
        names: ['x', 'y'],
        privilege: 'read',
      },
    ]);
  });

  it('is what a key with these role descriptors does not get', async () => {
    const key = await createKey(app.url, user, { name: 'k', role_descriptors });
    expect(await statusWith(key, 'GET', '/_cluster/health')).toBe(200);
    expect(await statusWith(key, 'GET', `/${BOOKS}/_search`)).toBe(200);
    expect(await statusWith(key, 'GET', `/${SONGS}/_search`)).toBe(403);
    expect(await statusWith(key, 'DELETE', '/_index_template/none')).toBe(403);
  });

  it('tells restricted indices from others', async () => {
    const { authorization } = await createUser({
      indices: [{ names: ['*'], privileges: ['read'] }],
    });
    const every = { names: '*', privileges: ['read'] };
    expect((await check({ r: { indices: [every] } }, authorization)).body.excess).toEqual([]);
    const restricted = { ...every, allow_restricted_indices: true };
    expect((await check({ r: { indices: [restricted] } }, authorization)).body.excess).toEqual([
      {
        role: 'r',
        path: '/r/indices/0/privileges/0',
        kind: 'index',
        names: ['*'],
        privilege: 'read',
      },
    ]);
  });

  it('answers for the key where a program asks', async () => {
    const { encoded } = await createKey(app.url, user, {
      name: 'k',
      role_descriptors: { r: { cluster: ['monitor'] } },
    });
    const { body } = await check(
      { r: { cluster: ['monitor', 'manage_own_api_key'] } },
      apiKey(encoded),
    );
    expect(body.excess).toMatchObject([{ privilege: 'manage_own_api_key' }]);
  });

  it.each([{}, { r: {} }, { r: { run_as: ['*'], restriction: {} } }])(
    'has nothing for %j',
    async (nothing) => {
      const { status, body } = await check(nothing);
      expect([status, body]).toEqual([200, { excess: [] }]);
    },
  );
});

describe('400', () => {
  it.each([
    [{ r: { cluster: ['nope'] } }, 'unknown cluster privilege [nope]'],
    [{ r: { indices: [{ names: 'a', privileges: ['nope'] }] } }, 'unknown index privilege [nope]'],
    [{ r: { cluster: 'all' } }, '[request body.role_descriptors.r.cluster]: expected an array'],
    [undefined, '[request body.role_descriptors]: expected role descriptors'],
  ])('for %j', async (descriptors, message) => {
    const { status, error } = await check(descriptors);
    expect(status).toBe(400);
    expect(error.message).toContain(message);
  });
});
