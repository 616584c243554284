import { deleteKeysRoute } from '../../../common/http_api/delete_keys.ts';
import type { KeyPage } from '../../../common/http_api/query_keys.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Measurement } from '../figure.ts';
import { type Call, httpCaller, latencies } from '../http_caller.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { memoryOf } from '../memory_of.ts';
import type { GrowthPoint } from '../report/chart.ts';
import { median } from '../statistics.ts';
import { freshKeys } from './deletion.ts';
import { consoleCall, directCall } from './first_page.ts';

const DEEP = 400;

export const growth: Measurement = {
  name: 'growth',
  async measure(bench) {
    const [few, many] = bench.pick([1000, 1_000_000], [200, 2000]);
    return [await firstPageGrowth(bench, few, many), await deepPage(bench, many)];
  },
};

/** A place of so many keys, and the first page of it both ways. */
async function sidesAt(bench: Bench, keys: number) {
  const place = await bench.elasticsearch(keys);
  const { url, process } = await bench.console(place);
  return {
    place,
    process,
    console: await consoleCall(url, place),
    direct: await directCall(place),
  };
}

async function firstPageGrowth(bench: Bench, few: number, many: number): Promise<Figure> {
  const { send, close } = httpCaller(1);
  const times = bench.pick(30, 5);
  const overhead = async (keys: number) => {
    const sides = await sidesAt(bench, keys);
    const block = (call: Call) => () => latencies({ times, concurrency: 1 }, () => send(call));
    return inTurn(bench.pick(6, 2), { a: block(sides.console), b: block(sides.direct) });
  };
  const [atFew, atMany] = [await overhead(few), await overhead(many)];
  close();
  const { median: small } = ratio(atFew);
  const large = ratio(atMany);
  return {
    title: `First page, p50: growth from ${few.toLocaleString('en')} to ${many.toLocaleString('en')} keys`,
    sides: 'console ÷ direct with many ÷ the same with few',
    unit: '×',
    value: { median: large.median / small, low: large.low / small, high: large.high / small },
    reach: { atMost: 1.1 },
    made_of: {
      'few, console ms': median(atFew.a.flat()),
      'few, direct ms': median(atFew.b.flat()),
      'many, console ms': median(atMany.a.flat()),
      'many, direct ms': median(atMany.b.flat()),
    },
  };
}

async function deepPage(bench: Bench, keys: number): Promise<Figure> {
  const { console } = await sidesAt(bench, keys);
  const { send, close } = httpCaller(1);
  const deep = bench.pick(DEEP, 20);
  let cursor: string | null = null;
  for (let page = 1; page < deep; page++) {
    const answer = await send({ ...console, body: { ...(cursor && { cursor }) } });
    cursor = (JSON.parse(answer.toString()) as KeyPage).next_cursor;
    if (cursor === null) throw new Error(`There are only ${page} pages`);
  }
  const block = (body: object) => () =>
    latencies({ times: bench.pick(20, 5), concurrency: 1 }, () => send({ ...console, body }));
  const blocks = await inTurn(bench.pick(6, 2), { a: block({ cursor }), b: block({}) });
  close();
  return {
    title: `Page ${deep} by cursor, of ${keys.toLocaleString('en')} keys`,
    sides: `page ${deep} ÷ page 1`,
    unit: '×',
    value: ratio(blocks),
    reach: { atMost: 1.3 },
    made_of: { 'deep ms': median(blocks.a.flat()), 'first ms': median(blocks.b.flat()) },
  };
}

/** What a console does with ever more keys, for the chart. */
export async function growthPoints(bench: Bench): Promise<GrowthPoint[]> {
  const points: GrowthPoint[] = [];
  const { send, close } = httpCaller(1);
  for (const keys of bench.pick([1000, 10_000, 100_000, 1_000_000], [200, 2000])) {
    const { place, process, console } = await sidesAt(bench, keys);
    const ms = async (call: Call) =>
      median(await latencies({ times: bench.pick(30, 5), concurrency: 1 }, () => send(call)));
    const toDelete = await freshKeys(place, bench.pick(1000, 100));
    const url = new URL(deleteKeysRoute.path, console.url).href;
    const [deletion = Number.NaN] = await latencies({ times: 1, concurrency: 1 }, () =>
      send({ ...console, url, body: { ids: toDelete } }),
    );
    points.push({
      keys,
      'first page, ms': await ms(console),
      'search, ms': await ms({ ...console, body: { search: 'nightly export' } }),
      [`deleting ${toDelete.length}, ms`]: deletion,
      'memory, MB': memoryOf(process.pid),
    });
  }
  close();
  return points;
}
