import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, prepare, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

const BOOKS = `books-${randomUUID()}`;
const SONGS = `songs-${randomUUID()}`;
const READ_BOOKS = { indices: [{ names: [BOOKS], privileges: ['read'] }] };
const READ_ALL = { indices: [{ names: ['*'], privileges: ['read'] }] };

let app: TestConsole;
let librarian: TestUser;
let reader: TestUser;

beforeAll(async () => {
  const everything = { names: ['books-*', 'songs-*'], privileges: ['all'] };
  [app, librarian, reader] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key'], indices: [everything] }),
    createUser({ cluster: ['manage_own_api_key'], ...READ_BOOKS }),
    prepare('PUT', `/${BOOKS}/_doc/1?refresh=true`, { title: 'Snow Crash' }),
    prepare('PUT', `/${SONGS}/_doc/1?refresh=true`, { title: 'Snowflakes' }),
  ]);
});
afterAll(() => app.stop());

const create = (body: unknown, { authorization } = librarian) =>
  callApi(app.url, createKeyRoute, { authorization, body });
const search = (index: string) => ['GET', `/${index}/_search`] as const;

describe('200', () => {
  it('gives a key that authenticates, once and not to be stored', async () => {
    const { status, body, headers } = await create({ name: 'k', expiration: '90d' });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(atob(body.encoded)).toBe(`${body.id}:${body.api_key}`);
    expect(body.expiration).toBeGreaterThan(Date.now() + 89 * 24 * 3600 * 1000);
    expect(await statusWith(body)).toBe(200);
  });

  it('restricts the key to its role descriptors', async () => {
    const body = { name: 'k', role_descriptors: { 'books-read-only': READ_BOOKS } };
    const key = await createKey(app.url, librarian, body);
    expect(await statusWith(key, ...search(BOOKS))).toBe(200);
    expect(await statusWith(key, ...search(SONGS))).toBe(403);
    expect(await statusWith(key, 'POST', `/${BOOKS}/_doc`, { title: 'Emma' })).toBe(403);
  });

  it('gives no key more than its owner has, whatever it claims', async () => {
    const claim = { cluster: ['all'], indices: [{ names: ['*'], privileges: ['all'] }] };
    const key = await createKey(app.url, reader, { name: 'k', role_descriptors: { claim } });
    expect(await statusWith(key, ...search(BOOKS))).toBe(200);
    expect(await statusWith(key, ...search(SONGS))).toBe(403);
    expect(await statusWith(key, 'DELETE', `/${BOOKS}`)).toBe(403);
    expect(await statusWith(key, 'GET', '/_security/user')).toBe(403);
  });

  it('lets several keys have one name', async () => {
    const body = { name: 'twin', role_descriptors: { r: READ_ALL }, metadata: { team: 'books' } };
    const [first, second] = await Promise.all([create(body), create(body)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.id).not.toBe(second.body.id);
  });
});

describe('400', () => {
  it.each([
    ['no name', {}, 'name'],
    ['no object', [], ''],
    ['null', null, ''],
    ['an empty name', { name: '' }, 'name'],
    ['a name of 257 characters', { name: 'x'.repeat(257) }, 'name'],
    ['a leading space', { name: ' k' }, 'name'],
    ['a leading underscore', { name: '_k' }, 'name'],
    ['a name of the wrong type', { name: 5 }, 'name'],
    ['an unknown field', { name: 'k', role_descriptor: {} }, 'role_descriptor'],
    ['an expiration that is none', { name: 'k', expiration: '90' }, 'expiration'],
    ['metadata that is none', { name: 'k', metadata: ['books'] }, 'metadata'],
    ['reserved metadata', { name: 'k', metadata: { _team: 'books' } }, 'metadata._team'],
    [
      'a misspelt role descriptor',
      { name: 'k', role_descriptors: { r: { index: [{ name: 'a', privileges: ['read'] }] } } },
      'role_descriptors.r.index.0.names',
    ],
  ])('for %s names the place, and nothing is created', async (_case, body, path) => {
    const user = await createUser({ cluster: ['manage_own_api_key'] });
    const { status, error } = await create(body, user);
    expect(status).toBe(400);
    expect(error).toMatchObject({ statusCode: 400, error: 'Bad Request' });
    expect(error.message).toContain(`[${['request body', path].filter(Boolean).join('.')}]:`);
    expect(await keysOf(user)).toBe(0);
  });

  it('for what only Elasticsearch can know gives its reason', async () => {
    const role_descriptors = { r: { cluster: ['no_such_privilege'] } };
    const { status, error } = await create({ name: 'k', role_descriptors });
    expect(status).toBe(400);
    expect(error.message).toContain('unknown cluster privilege [no_such_privilege]');
  });

  it('for bad JSON creates nothing', async () => {
    const user = await createUser({ cluster: ['manage_own_api_key'] });
    const answer = await fetch(new URL(createKeyRoute.path, app.url), {
      method: 'POST',
      headers: {
        authorization: user.authorization,
        'kbn-xsrf': 'test',
        'content-type': 'application/json',
      },
      body: '{"name": "k"',
    });
    expect(answer.status).toBe(400);
    expect(await keysOf(user)).toBe(0);
  });
});

describe('403', () => {
  it('for a user who may not create keys names the missing privilege', async () => {
    const { status, error } = await create({ name: 'k' }, await createUser(READ_BOOKS));
    expect(status).toBe(403);
    expect(error.message).toContain('manage_own_api_key');
  });
});

async function keysOf({ authorization }: TestUser): Promise<number> {
  return (await callApi(app.url, queryKeysRoute, { authorization })).body.total;
}
