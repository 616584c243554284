import { Client } from '@elastic/elasticsearch';
import { type DeleteResult, deleteKeysRoute } from '../../../common/http_api/delete_keys.ts';
import { loadKeys } from '../../../scripts/seed/load_keys.ts';
import { type Seed, seededKey } from '../../../scripts/seed/seeded_key.ts';
import type { Bench, Place } from '../bench.ts';
import { sessionHeaders } from '../console_session.ts';
import type { Figure, Measurement } from '../figure.ts';
import { httpCaller, latencies } from '../http_caller.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { median } from '../statistics.ts';

const BATCH = 1000;
const ONE_BY_ONE = 300;

/** Writes so many keys that are easily told from all others, and gives their ids. */
export async function freshKeys({ url, username, password }: Place, keys: number) {
  const seed: Seed = { text: 'to be deleted', owners: 1, now: Date.now() };
  const client = new Client({ node: url, auth: { username, password } });
  const quiet = { onProgress() {}, onWarning() {}, signal: new AbortController().signal };
  await loadKeys(client, { seed, keys, ...quiet });
  await client.close();
  return Array.from({ length: keys }, (_, index) => seededKey(seed, index).id);
}

export const deletion: Measurement = {
  name: 'deletion',
  async measure(bench) {
    // It holds no other keys, so that a filter finds just those of a round.
    const place = await bench.elasticsearch(0);
    const keys = bench.pick(5000, 1000);
    const sides = await sidesOf(bench, place, keys);
    return [await inBatches(bench, keys, sides), await oneByOne(bench, keys, sides)];
  },
};

type Sides = Awaited<ReturnType<typeof sidesOf>>;

async function sidesOf(bench: Bench, place: Place, keys: number) {
  const { url } = await bench.console(place);
  const headers = await sessionHeaders(url, place);
  const { send } = httpCaller(5);

  const invalidate = (ids: readonly string[]) =>
    send({
      method: 'DELETE',
      url: `${place.url}/_security/api_key`,
      headers: { authorization: place.authorization },
      body: { ids },
    });
  /** How long `act` takes with as many fresh keys, in ms. */
  const timed = async (fresh: number, act: (ids: readonly string[]) => Promise<unknown>) => {
    const ids = await freshKeys(place, fresh);
    const start = performance.now();
    await act(ids);
    return [performance.now() - start];
  };

  return {
    byConsole: () =>
      timed(keys, async (ids) => {
        let deleted = 0;
        let cursor: string | null | undefined;
        do {
          const answer = await send({
            method: 'POST',
            url: new URL(deleteKeysRoute.path, url).href,
            headers,
            body: { filter: {}, ...(cursor && { cursor }) },
          });
          const result = JSON.parse(answer.toString()) as DeleteResult;
          deleted += result.deleted.length;
          cursor = result.next_cursor;
        } while (cursor);
        if (deleted !== ids.length) throw new Error(`${deleted} of ${ids.length} keys deleted`);
      }),
    inBatches: () =>
      timed(keys, async (ids) => {
        for (let from = 0; from < ids.length; from += BATCH)
          await invalidate(ids.slice(from, from + BATCH));
      }),
    oneByOne: () =>
      timed(ONE_BY_ONE, (ids) => {
        const left = [...ids];
        return latencies({ times: ids.length, concurrency: 5 }, () =>
          invalidate(left.splice(0, 1)),
        );
      }),
  };
}

async function inBatches(bench: Bench, keys: number, sides: Sides): Promise<Figure> {
  const blocks = await inTurn(bench.pick(5, 1), { a: sides.byConsole, b: sides.inBatches });
  return {
    title: `Deleting ${keys.toLocaleString('en')} keys by a filter`,
    sides: `console ÷ invalidate calls of ${BATCH.toLocaleString('en')} ids sent directly`,
    unit: '×',
    value: ratio(blocks),
    reach: { atMost: 1.2 },
    made_of: { 'console ms': median(blocks.a.flat()), 'direct ms': median(blocks.b.flat()) },
  };
}

async function oneByOne(bench: Bench, keys: number, sides: Sides): Promise<Figure> {
  const asMany = async () => (await sides.oneByOne()).map((ms) => (ms / ONE_BY_ONE) * keys);
  const blocks = await inTurn(bench.pick(3, 1), { a: asMany, b: sides.byConsole });
  return {
    title: `Deleting ${keys.toLocaleString('en')} keys`,
    sides: `one call for each at concurrency 5 (of ${ONE_BY_ONE} keys, times ${keys / ONE_BY_ONE}) ÷ console`,
    unit: '×',
    value: ratio(blocks),
    reach: { atLeast: 10 },
    made_of: { 'one by one ms': median(blocks.a.flat()), 'console ms': median(blocks.b.flat()) },
  };
}
