import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApiKey } from '../../common/api_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { rotateKeyRoute } from '../../common/http_api/rotate_key.ts';
import { answerAsElasticsearch, answeringServer, passOnTo } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  apiKey,
  createUser,
  sharedElasticsearch,
  type TestUser,
} from '../helpers/elasticsearch.ts';
import { createKey, createKeys, statusWith } from '../helpers/keys.ts';
import { VALID_ROLE_DESCRIPTORS } from '../helpers/role_descriptor_cases.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(60_000);

const DAY = 24 * 3600 * 1000;

let app: TestConsole;
let owner: TestUser;

beforeAll(async () => {
  [app, owner] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key', 'monitor'] }),
  ]);
});
afterAll(() => app.stop());

const rotate = (id: string, body?: object, authorization = owner.authorization, { url } = app) =>
  callApi(url, rotateKeyRoute, { authorization, params: { id }, body });

async function get(id: string): Promise<ApiKey> {
  const { authorization } = owner;
  return (await callApi(app.url, getKeyRoute, { authorization, params: { id } })).body.key;
}

async function successorsOf(id: string): Promise<string[]> {
  const { authorization } = owner;
  const body = { metadata: { rotated_from: id } };
  const page = await callApi(app.url, queryKeysRoute, { authorization, body });
  return page.body.keys.map((key) => key.id);
}

const deleteKey = ({ id }: { readonly id: string }) =>
  callApi(app.url, deleteKeysRoute, { authorization: owner.authorization, body: { ids: [id] } });

describe('200', () => {
  it('gives a key like the old one, which goes on for a day and else stays as it was', async () => {
    const old = await createKey(app.url, owner, {
      name: 'k',
      expiration: '30d',
      metadata: { team: 'books' },
      role_descriptors: { r: { cluster: ['monitor'] } },
    });
    const before = await get(old.id);
    const { status, headers, body } = await rotate(old.id);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('no-store');
    const { created, previous } = body;
    expect(atob(created.encoded)).toBe(`${created.id}:${created.api_key}`);
    expect(await get(created.id)).toMatchObject({
      name: 'k',
      metadata: { team: 'books', rotated_from: old.id },
      role_descriptors: before.role_descriptors,
    });
    expect((created.expiration ?? 0) - (await get(created.id)).creation).toBe(30 * DAY);
    expect(await get(old.id)).toEqual({
      ...before,
      status: 'expiring_soon',
      expiration: previous.expiration,
    });
    expect(previous.id).toBe(old.id);
    expect(Math.abs(previous.expiration - Date.now() - DAY)).toBeLessThan(10_000);
    expect(await Promise.all([old, created].map((key) => statusWith(key)))).toEqual([200, 200]);
  });

  it('takes a name, a lifetime and a grace period', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { body } = await rotate(id, { name: 'n', expiration: '7d', grace_period: '2h' });
    expect(body.created.name).toBe('n');
    expect(body.created.expiration).toBeGreaterThan(Date.now() + 6 * DAY);
    expect(body.previous.expiration).toBeLessThan(Date.now() + 2 * 3_600_000);
  });

  it('ends the old key no later than it would have ended', async () => {
    const old = await createKey(app.url, owner, { name: 'k', expiration: '1h' });
    const { body } = await rotate(old.id, { grace_period: '3d' });
    expect(body.previous).toEqual({ id: old.id, expiration: old.expiration });
    expect((await get(old.id)).expiration).toBe(old.expiration);
  });

  it('ends it at once where no grace is given', async () => {
    const old = await createKey(app.url, owner, { name: 'k' });
    const { body } = await rotate(old.id, { grace_period: '0s' });
    expect(body.previous.expiration).toBeLessThanOrEqual(Date.now());
    expect([await statusWith(old), await statusWith(body.created)]).toEqual([401, 200]);
  });

  it('copies whatever role descriptors Elasticsearch took', async () => {
    const bodies = VALID_ROLE_DESCRIPTORS.map((role_descriptors) => ({
      name: 'k',
      role_descriptors,
    }));
    const keys = await createKeys(app.url, owner, bodies);
    const pairs = await Promise.all(
      keys.map(async ({ id }) => [await get(id), await get((await rotate(id)).body.created.id)]),
    );
    for (const [old, created] of pairs)
      expect(created?.role_descriptors).toEqual(old?.role_descriptors);
  });
});

describe('however often it is asked for, one key replaces the old one', () => {
  it('after an answer that was lost', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { created } = (await rotate(id)).body;
    const { status, error } = await rotate(id);
    expect(status).toBe(409);
    expect(error.message).toContain(`[${created.id}] replaces it`);
    expect(await successorsOf(id)).toEqual([created.id]);
  });

  it('at the same time', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const answers = await Promise.all([1, 2, 3].map(() => rotate(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body.created.id;
    expect(await successorsOf(id)).toEqual([winner]);
  });

  it('and another one once that was deleted', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    await deleteKey((await rotate(id)).body.created);
    const { status, body } = await rotate(id);
    expect(status).toBe(200);
    expect(await successorsOf(id)).toEqual([body.created.id]);
  });
});

describe('nothing is created, with', () => {
  it.each([
    [{ grace_period: '1.5d' }, 'grace_period'],
    [{ grace_period: '-1' }, 'grace_period'],
    [{ expiration: '0s' }, 'expiration'],
    [{ name: ' k' }, 'name'],
    [{ metadata: {} }, 'metadata'],
  ])('400 for %j', async (body, field) => {
    const { status, error } = await rotate('any', body);
    expect(status).toBe(400);
    expect(error.message).toContain(`[request body.${field}]: expected`);
  });

  it('400 for an expired key', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k', expiration: '1ms' });
    const { status, error } = await rotate(id);
    expect([status, error.message]).toEqual([
      400,
      `API key [${id}] has expired and cannot be rotated: create a new one`,
    ]);
  });

  it('Elasticsearch’s own refusal for one who is an API key', async () => {
    const { id, encoded } = await createKey(app.url, owner, { name: 'k' });
    const { status, error } = await rotate(id, {}, apiKey(encoded));
    expect(status).toBe(400);
    expect(error.message).toContain('creating derived api keys requires');
    expect(await successorsOf(id)).toEqual([]);
  });

  it('403 for one who may not manage keys', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { authorization } = await createUser({ cluster: ['monitor'] });
    const { status, error } = await rotate(id, {}, authorization);
    expect(status).toBe(403);
    expect(error.message).toContain('manage_own_api_key');
  });

  it('404 for the key of another user, also to one who may manage all keys', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { authorization } = await createUser({ cluster: ['manage_api_key'] });
    expect((await rotate(id, {}, authorization)).status).toBe(404);
    expect(await successorsOf(id)).toEqual([]);
  });

  it('404 for a deleted key', async () => {
    const key = await createKey(app.url, owner, { name: 'k' });
    await deleteKey(key);
    expect((await rotate(key.id)).status).toBe(404);
  });

  it.each(['nope', '*', 'a/b'])('404 for the unknown key "%s"', async (id) => {
    expect((await rotate(id)).status).toBe(404);
  });

  it('400 for a blank id, which Elasticsearch would take for all keys', async () => {
    const { status, error } = await rotate(' ');
    expect(status).toBe(400);
    expect(error.message).toContain('[request params.id]: expected an id');
  });
});

describe('where Elasticsearch fails half way', () => {
  type Fault = 'none' | 'refuses' | 'hangs up when done';
  let faultOf: (request: string) => Fault;

  async function startBehindFaults() {
    const onward = passOnTo(sharedElasticsearch().url);
    const proxy = await answeringServer((request, response) => {
      const fault = faultOf(`${request.method} ${request.url}`);
      if (fault === 'refuses')
        return answerAsElasticsearch(response, 500, { error: { type: 'e', reason: 'disk full' } });
      if (fault === 'hangs up when done')
        Object.assign(response, { writeHead: () => response.destroy() });
      onward(request, response);
    });
    return { proxy, console: await startConsole([`--elasticsearch.hosts=${proxy.url}`]) };
  }
  let behind: Awaited<ReturnType<typeof startBehindFaults>>;

  beforeAll(async () => {
    behind = await startBehindFaults();
  });
  afterAll(async () => {
    await behind.console.stop();
    await behind.proxy[Symbol.asyncDispose]();
  });

  const rotateWith = (id: string, faults: (request: string) => Fault) => {
    faultOf = faults;
    return rotate(id, {}, owner.authorization, behind.console);
  };

  it('the new key is taken back', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { status, error } = await rotateWith(id, (request) =>
      /^PUT .*api_key\/./.test(request) ? 'refuses' : 'none',
    );
    expect(status).toBe(503);
    expect(error.message).toContain('disk full');
    expect(await successorsOf(id)).toEqual([]);
    expect((await get(id)).expiration).toBeUndefined();
  });

  it('and the new key cannot be taken back, both are named', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { status, error } = await rotateWith(id, (request) =>
      /^(PUT .*api_key\/.|DELETE)/.test(request) ? 'refuses' : 'none',
    );
    expect(status).toBe(503);
    const [created] = await successorsOf(id);
    expect(error.attributes).toEqual({ created: { id: created }, previous: { id } });
    expect(error.message).toContain(`[${created}]`);
  });

  it('after creating, the user hears of it and no second key is made', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const faults = (request: string): Fault =>
      /^PUT .*api_key$/.test(request) ? 'hangs up when done' : 'none';
    const { status, error } = await rotateWith(id, faults);
    expect(status).toBe(503);
    expect(error.message).toContain('it may have been created');
    expect(await successorsOf(id)).toHaveLength(1);
    expect((await rotateWith(id, faults)).status).toBe(409);
    expect(await successorsOf(id)).toHaveLength(1);
  });
});
