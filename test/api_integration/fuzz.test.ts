import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type * as t from 'io-ts';
import { Id } from '../../common/http_api/route.ts';
import { OPERATIONS } from '../../common/openapi/operations.ts';
import type { TestConsole } from '../helpers/console.ts';
import { startConsoleWithTasks } from '../helpers/console_with_tasks.ts';
import {
  askElasticsearch,
  basic,
  createUser,
  sharedElasticsearch,
  type TestUser,
} from '../helpers/elasticsearch.ts';
import { objectionTo, requestText } from '../helpers/fuzz/judge.ts';
import { KeyModel } from '../helpers/fuzz/key_model.ts';
import { type RawSender, rawSender } from '../helpers/fuzz/raw_send.ts';
import { type FuzzRequest, fuzzRequests } from '../helpers/fuzz/requests.ts';
import { createKeys } from '../helpers/keys.ts';

jest.setTimeout(600_000);

const REQUESTS = 10_000;
const AT_ONCE = 16;
/** So many are made before the next ones, which know of the keys that there are by then. */
const BATCH = 500;
const SLOW_MS = 5_000;
const HANGS_MS = 60_000;
/** Run again with `FUZZ_SEED=<seed>` what has failed. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

let app: TestConsole;
let user: TestUser;
let bystander: TestUser;
let model: KeyModel;
let foreign: string[];
let before: unknown;
/** The operations that were once done. */
const reached = new Set<string>();
/** What took longer than it may. */
const slow: FuzzRequest[] = [];
/** After each batch, in MB. */
const memory: number[] = [];

beforeAll(async () => {
  [app, user, bystander] = await Promise.all([
    startConsoleWithTasks(),
    createUser({ cluster: ['manage_own_api_key'] }),
    createUser({ cluster: ['manage_own_api_key'] }),
  ]);
  const names = Array.from({ length: 30 }, (_, index) => ({ name: `k${index}` }));
  const [own, others] = await Promise.all([
    createKeys(app.url, user, names),
    createKeys(app.url, bystander, names.slice(0, 3)),
  ]);
  model = new KeyModel(own.map(({ id }) => id));
  foreign = others.map(({ id }) => id);
  before = await keysOf(bystander);
});
afterAll(() => app.stop());

/** All of a user's keys that have not been invalidated, as Elasticsearch has them. */
async function keysOf({ username }: TestUser): Promise<{ id: string }[]> {
  const { body } = await askElasticsearch(
    basic('elastic', sharedElasticsearch().password),
    'POST',
    '/_security/_query/api_key',
    {
      size: 10_000,
      sort: ['creation'],
      query: { bool: { filter: [{ term: { username } }, { term: { invalidated: false } }] } },
    },
  );
  return body.api_keys as { id: string }[];
}

/** In MB; what the operating system says, as nobody looks inside of the console. */
const memoryOfConsole = (): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(app.pid)])) / 1024;

/** The next requests: most of their ids are of keys and tasks that there are. */
function batch(seed: number): FuzzRequest[] {
  const ids = fc.oneof(
    fc.constantFrom(...model.live, 'none'),
    fc.constantFrom(...foreign, 'invalidate_released_keys', 'delete_expired_keys'),
    fc.string({ minLength: 1, maxLength: 30 }).filter((id) => Id.is(id)),
  );
  const known = new Map<t.Mixed, fc.Arbitrary<unknown>>([[Id, ids]]);
  return fc.sample(fuzzRequests(user.authorization, known), { numRuns: BATCH, seed });
}

/** Sends them, so many at once, and gives what is wrong with their answers. */
async function send(requests: FuzzRequest[], atOnce = AT_ONCE): Promise<string[]> {
  using sender = rawSender(app.url);
  const objections: string[] = [];
  const queue = requests.values();
  const worker = async () => {
    for (const request of queue) {
      const objection = await ask(sender, request).catch((error) => `No answer: ${error}`);
      if (objection !== undefined) objections.push(`${objection}\n  ${requestText(request)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return objections;
}

async function ask(sender: RawSender, request: FuzzRequest): Promise<string | undefined> {
  const sent = performance.now();
  const answer = await sender.send(request, HANGS_MS);
  if (performance.now() - sent > SLOW_MS) slow.push(request);
  model.hear(String(request.body ?? ''), answer.body);
  if (answer.status === 200) reached.add(request.operation.id);
  return objectionTo(request, answer);
}

describe(`${REQUESTS} requests of every kind to every route (FUZZ_SEED=${SEED})`, () => {
  it('are answered in time and as the document says', async () => {
    const objections: string[] = [];
    for (let sent = 0; sent < REQUESTS; sent += BATCH) {
      objections.push(...(await send(batch(SEED + sent))));
      memory.push(memoryOfConsole());
    }
    expect(objections.slice(0, 20)).toEqual([]);
  });

  it('are answered within 5 s where nothing else keeps the machine busy', async () => {
    const again = slow.splice(0);
    expect(await send(again, 1)).toEqual([]);
    expect(slow.map(requestText)).toEqual([]);
  });

  it('reach every route of the keys', () => {
    const ids = OPERATIONS.filter(({ tag }) => tag !== 'tasks').map(({ id }) => id);
    expect([...reached]).toEqual(expect.arrayContaining(ids));
  });

  it('leave exactly the keys that the answers tell of, and those of others as they were', async () => {
    expect((await keysOf(user)).map(({ id }) => id).sort()).toEqual(model.live);
    expect(await keysOf(bystander)).toEqual(before);
  });

  it('leave the console no bigger than half of them had made it', () => {
    const half = memory.length / 2;
    const [early, late] = [memory.slice(0, half), memory.slice(half)];
    expect(Math.max(...late)).toBeLessThan(Math.max(...early) + 150);
  });
});
