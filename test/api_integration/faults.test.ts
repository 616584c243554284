import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type DeleteResult, deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import type { SeededKey } from '../../scripts/seed/seeded_key.ts';
import { answerAsElasticsearch } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { writeKeys } from '../helpers/bulk_keys.ts';
import { startConsoleBehindProxy } from '../helpers/console_behind_proxy.ts';
import { askElasticsearch, createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { statusWith } from '../helpers/keys.ts';

let manager: TestUser;
beforeAll(async () => {
  manager = await createUser({ cluster: ['manage_api_key'] });
});

const INVALIDATE = 'DELETE /_security/api_key';
const isInvalidation = ({ method, url }: IncomingMessage) => `${method} ${url}` === INVALIDATE;

/** Live keys that share the text by which they are found. */
async function makeKeys(number: number) {
  const search = randomUUID();
  const keys = await writeKeys(
    Array.from({ length: number }, (_, creation) => ({ name: search, expiration: null, creation })),
  );
  return { keys, filter: { search } };
}

const remove = (url: string, body: object) =>
  callApi(url, deleteKeysRoute, { authorization: manager.authorization, body });

/** What Elasticsearch says of each key, against what has been said of it. */
async function expectTruth(keys: readonly SeededKey[], told: readonly DeleteResult[]) {
  const deleted = told.flatMap((result) => result.deleted);
  const failed = told.flatMap((result) => result.failed.map(({ id }) => id));
  for (const key of keys) {
    if (deleted.includes(key.id)) expect(await statusWith(key)).toBe(401);
    if (failed.includes(key.id)) expect(await statusWith(key)).toBe(200);
  }
  return { deleted: deleted.length, failed };
}

describe('a deletion', () => {
  it('tells of the key that cannot be deleted, and deletes the others', async () => {
    const { keys, filter } = await makeKeys(5);
    const stuck = keys[2]?.id ?? '';
    await using app = await startConsoleBehindProxy(async (request, response, pass) => {
      if (!isInvalidation(request)) return pass();
      const { isAsked, answer } = await invalidateAllBut(stuck, request);
      const error_details = isAsked ? [{ type: 'exception', reason: 'a shard is away' }] : [];
      answerAsElasticsearch(response, 200, {
        ...answer,
        error_count: error_details.length,
        error_details,
      });
    });
    const first = await remove(app.url, { filter, size: 3 });
    expect(first.body).toMatchObject({ failed: [{ id: stuck, reason: 'a shard is away' }] });
    expect(first.body.remaining).toBe(3);
    const second = await remove(app.url, { filter, size: 3, cursor: first.body.next_cursor });
    expect(second.body).toMatchObject({ failed: [], remaining: 1, next_cursor: null });
    const truth = await expectTruth(keys, [first.body, second.body]);
    expect(truth).toEqual({ deleted: 4, failed: [stuck] });
  });

  it('goes on after a 503 in the middle where it stopped', async () => {
    const { keys, filter } = await makeKeys(6);
    let invalidations = 0;
    await using app = await startConsoleBehindProxy((request, response, pass) => {
      if (!isInvalidation(request) || ++invalidations !== 3) return pass();
      const error = { type: 'unavailable_shards_exception', reason: 'recovering' };
      answerAsElasticsearch(response, 503, { error, status: 503 });
    });
    const first = await remove(app.url, { filter, size: 2 });
    const second = await remove(app.url, { filter, size: 2, cursor: first.body.next_cursor });
    const rest = { filter, size: 2, cursor: second.body.next_cursor };
    const refused = await remove(app.url, rest);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(await expectTruth(keys, [first.body, second.body])).toEqual({ deleted: 4, failed: [] });
    expect(await Promise.all(keys.slice(4).map((key) => statusWith(key)))).toEqual([200, 200]);
    const third = await remove(app.url, rest);
    expect(third.body).toMatchObject({ remaining: 0, next_cursor: null });
    expect((await expectTruth(keys, [first.body, second.body, third.body])).deleted).toBe(6);
  });

  it('goes on after a chunk of which nobody knows what became', async () => {
    const { keys, filter } = await makeKeys(6);
    let invalidations = 0;
    await using app = await startConsoleBehindProxy(async (request, _response, pass) => {
      if (!isInvalidation(request) || ++invalidations !== 2) return pass();
      await invalidateAllBut('none', request);
    }, '--elasticsearch.requestTimeout=4000');
    const first = await remove(app.url, { filter, size: 2 });
    const rest = { filter, size: 2, cursor: first.body.next_cursor };
    const lost = await remove(app.url, rest);
    expect([lost.status, lost.error.message]).toEqual([503, expect.stringContaining('in time')]);
    const third = await remove(app.url, rest);
    expect(third.body).toMatchObject({ remaining: 0, next_cursor: null });
    expect(await expectTruth(keys, [first.body, third.body])).toEqual({ deleted: 4, failed: [] });
    expect(await Promise.all(keys.map((key) => statusWith(key)))).toEqual(Array(6).fill(401));
  });

  it('of 5,000 keys asks Elasticsearch 5 times to invalidate', async () => {
    const { keys, filter } = await makeKeys(5000);
    await using app = await startConsoleBehindProxy((_request, _response, pass) => pass());
    const told: DeleteResult[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { body } = await remove(app.url, { filter, ...(cursor !== undefined && { cursor }) });
      told.push(body);
      cursor = body.next_cursor ?? null;
    }
    expect(told.map(({ remaining }) => remaining)).toEqual([4000, 3000, 2000, 1000, 0]);
    const deleted = told.flatMap((result) => result.deleted);
    expect(deleted.toSorted()).toEqual(keys.map(({ id }) => id).toSorted());
    expect(app.requests.filter((request) => request === INVALIDATE)).toHaveLength(5);
    expect(app.requests).toHaveLength(10);
    const some = keys.filter((_key, index) => index % 500 === 0);
    expect(await Promise.all(some.map((key) => statusWith(key)))).toEqual(Array(10).fill(401));
  });
});

/** Does what an invalidation asks for, but for one of its keys. */
async function invalidateAllBut(stuck: string, request: IncomingMessage) {
  const { ids } = (await json(request)) as { ids: string[] };
  const { authorization = '' } = request.headers;
  const { body } = await askElasticsearch(authorization, 'DELETE', '/_security/api_key', {
    ids: ids.filter((id) => id !== stuck),
  });
  return { isAsked: ids.includes(stuck), answer: body };
}
