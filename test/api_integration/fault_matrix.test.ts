import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { rotateKeyRoute } from '../../common/http_api/rotate_key.ts';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import { type ApiAnswer, callApi } from '../helpers/api_client.ts';
import { startConsoleBehindFaults } from '../helpers/console_behind_faults.ts';
import { askElasticsearch, createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { answerTo, isSilent } from '../helpers/fault_answers.ts';
import { FAULTS, type Fault, isDoneAllTheSame } from '../helpers/fault_proxy.ts';
import { until } from '../helpers/until.ts';

jest.setTimeout(120_000);

/**
 * How long Elasticsearch may take, in ms. It is waited for in vain only where it hangs; a rotation
 * takes two seconds where all is well.
 */
const timeoutWhile = (fault: Fault): number => (isSilent(fault) ? 5000 : 20_000);
/** An answer comes within a second more; the rest is for a machine that is busy. In ms. */
const MARGIN = 3000;

const OPERATIONS = ['list', 'create', 'update', 'delete', 'rotate'] as const;
/** `shorten` is a rotation that is hit when the new key is there. */
const HIT = [...OPERATIONS, 'shorten'] as const;
type Hit = (typeof HIT)[number];

/** The requests of Elasticsearch that matter for each of them. */
const QUERY = /\/_query\/api_key/;
const CHANGE = /^(PUT|POST|DELETE) \/_security\/api_key/;
const SHORTENING = /^PUT \/_security\/api_key\/./;

/** The field in which a key names the one that it replaces. */
const REPLACES = 'metadata.rotated_from';

interface Told {
  readonly answer: ApiAnswer<unknown>;
  /** In ms. */
  readonly took: number;
}
type Telling<O extends Hit> = Readonly<Record<O, Told>>;

interface Suffered {
  readonly during: Telling<Hit>;
  /** How many keys there were after that which were not before. */
  readonly made: Readonly<Record<'create' | 'rotate', number>>;
  readonly afterwards: Telling<(typeof OPERATIONS)[number]>;
}

/** As many as this process and Elasticsearch can serve without haste. */
const AT_ONCE = 6;

let owner: TestUser;
const suffered = new Map<Fault, Suffered>();
const under = (fault: Fault): Suffered => suffered.get(fault) as Suffered;

beforeAll(async () => {
  owner = await createUser({ cluster: ['manage_own_api_key'] });
  const left = FAULTS.toSorted((a, b) => timeoutWhile(a) - timeoutWhile(b));
  const oneByOne = async () => {
    for (let fault = left.shift(); fault; fault = left.shift())
      suffered.set(fault, await suffer(fault));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneByOne));
});

/** A console on whose way to Elasticsearch there is this fault, and then none. */
async function suffer(fault: Fault): Promise<Suffered> {
  await using app = await startConsoleBehindFaults({
    'elasticsearch.requestTimeout': String(timeoutWhile(fault)),
  });
  const keys = await makeKeys();
  const call = async <O extends Hit>(...operations: readonly O[]): Promise<Telling<O>> =>
    Object.fromEntries(
      await Promise.all(operations.map(async (one) => [one, await timed(OF[one](app.url, keys))])),
    );
  const callWhile = async <O extends Hit>(matching: RegExp, ...operations: readonly O[]) => {
    await app.proxy.inject(fault, matching);
    const told = await call(...operations);
    await app.proxy.heal();
    return told;
  };
  const during = {
    ...(await callWhile(QUERY, 'list')),
    ...(await callWhile(CHANGE, 'create', 'update', 'delete', 'rotate')),
    ...(await callWhile(SHORTENING, 'shorten')),
  };
  // What was sent to undo it may be done a little later.
  await until(async () => (await countOf({ term: { [REPLACES]: keys.shorten } })) === 0);
  const made = {
    create: await countOf({ term: { name: keys.name } }),
    rotate: await countOf({ term: { [REPLACES]: keys.rotate } }),
  };
  return { during, made, afterwards: await call(...OPERATIONS) };
}

type Keys = Readonly<Record<'name' | 'update' | 'delete' | 'rotate' | 'shorten', string>>;

/** The name of a key that is to be, and the ids of some that are. */
async function makeKeys(): Promise<Keys> {
  const aKey = async () => {
    const { body } = await ask('POST', '/_security/api_key', { name: randomUUID() });
    return String(body.id);
  };
  const [one = '', two = '', three = '', four = ''] = await Promise.all(
    [aKey, aKey, aKey, aKey].map((make) => make()),
  );
  return { name: randomUUID(), update: one, delete: two, rotate: three, shorten: four };
}

const ask = (method: string, path: string, body: object) =>
  askElasticsearch(owner.authorization, method, path, body);

/** How many keys like this work. */
async function countOf(like: object): Promise<number> {
  const query = { bool: { filter: [like, { term: { invalidated: false } }] } };
  return Number((await ask('POST', '/_security/_query/api_key', { query })).body.total);
}

type Call = (url: string, keys: Keys) => Promise<ApiAnswer<unknown>>;

const authorized = (more: object) => ({ authorization: owner.authorization, ...more });
const rotation =
  (which: 'rotate' | 'shorten'): Call =>
  (url, keys) =>
    callApi(url, rotateKeyRoute, authorized({ params: { id: keys[which] }, body: {} }));

const OF: Readonly<Record<Hit, Call>> = {
  list: (url, { name }) => callApi(url, queryKeysRoute, authorized({ body: { search: name } })),
  create: (url, { name }) => callApi(url, createKeyRoute, authorized({ body: { name } })),
  update: (url, { update: id }) =>
    callApi(url, updateKeyRoute, authorized({ params: { id }, body: { metadata: { a: 'b' } } })),
  delete: (url, { delete: id }) =>
    callApi(url, deleteKeysRoute, authorized({ body: { ids: [id] } })),
  rotate: rotation('rotate'),
  shorten: rotation('shorten'),
};

async function timed(call: Promise<ApiAnswer<unknown>>): Promise<Told> {
  const begun = performance.now();
  return { answer: await call, took: performance.now() - begun };
}

describe.each(FAULTS)('While Elasticsearch or what stands for it %s', (fault) => {
  const { statusCode, message, retryAfter } = answerTo(fault);

  it.each(HIT)('%s is answered in time, with what is wrong and when to try again', (operation) => {
    const { answer, took } = under(fault).during[operation];
    expect(answer.error).toMatchObject({
      statusCode,
      message: expect.stringMatching(message),
    });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(took).toBeLessThan(timeoutWhile(fault) + MARGIN);
  });

  it('no key is made twice, and what may have been done is said to be unknown', () => {
    const { made, during } = under(fault);
    const isDone = isDoneAllTheSame(fault);
    expect(made).toEqual({ create: isDone ? 1 : 0, rotate: isDone ? 1 : 0 });
    if (statusCode === 429) return;
    const outcome = fault === 'refuses connections' ? 'failure' : 'unknown';
    for (const operation of ['create', 'update', 'delete', 'rotate'] as const)
      expect(during[operation].answer.error.attributes).toEqual({ outcome });
  });

  it('is over, all works again', () => {
    const { afterwards } = under(fault);
    const statuses = OPERATIONS.map((operation) => afterwards[operation].answer.status);
    // A key that has been rotated, though its owner has not heard of it, is not rotated twice.
    expect(statuses).toEqual([200, 200, 200, 200, isDoneAllTheSame(fault) ? 409 : 200]);
  });
});
