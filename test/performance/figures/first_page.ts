import autocannon from 'autocannon';
import { queryKeysRoute } from '../../../common/http_api/query_keys.ts';
import { queryPage } from '../../../server/elasticsearch/query_page.ts';
import { startProcess } from '../../helpers/start_process.ts';
import type { Bench, Place } from '../bench.ts';
import { sessionHeaders } from '../console_session.ts';
import type { Figure, Measurement } from '../figure.ts';
import { type Call, httpCaller, latencies } from '../http_caller.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { kibanaPattern } from '../kibana_pattern.ts';
import { requestsOf } from '../requests_of.ts';
import { median, quantile } from '../statistics.ts';

/** The first page with counts, as the console answers it to the page. */
export async function consoleCall(consoleUrl: string, place: Place): Promise<Call> {
  return {
    method: 'POST',
    url: new URL(queryKeysRoute.path, consoleUrl).href,
    headers: await sessionHeaders(consoleUrl, place),
    body: {},
  };
}

/** The one request that the console asks Elasticsearch for it. */
export async function directCall(place: Place): Promise<Call> {
  const [call, ...more] = await requestsOf(place, (client) =>
    queryPage(client, {}, undefined, Date.now(), new AbortController().signal),
  );
  if (call === undefined || more.length > 0)
    throw new Error(`The first page takes ${more.length + 1} requests, not one`);
  return call;
}

export const firstPage: Measurement = {
  name: 'first page',
  async measure(bench) {
    const place = await bench.elasticsearch(bench.pick(100_000, 1000));
    const { url } = await bench.console(place);
    const sides = { console: await consoleCall(url, place), direct: await directCall(place) };
    return [
      ...(await againstDirect(bench, place, sides, 1)),
      ...(await againstDirect(bench, place, sides, 8)),
      await againstKibana(bench, place, sides.console),
      await throughput(bench, place, sides),
    ];
  },
};

interface Sides {
  readonly console: Call;
  readonly direct: Call;
}

const titleOf = ({ keys }: Place) => `First page of ${keys.toLocaleString('en')} keys`;

async function againstDirect(
  bench: Bench,
  place: Place,
  { console, direct }: Sides,
  concurrency: number,
): Promise<Figure[]> {
  const caller = httpCaller(concurrency);
  const block = (call: Call) => () =>
    latencies({ times: bench.pick(60, 10) * concurrency ** 0.5, concurrency }, () =>
      caller.send(call),
    );
  const blocks = await inTurn(bench.pick(10, 2), { a: block(console), b: block(direct) });
  caller.close();
  const p95 = (samples: readonly number[]) => quantile(samples, 0.95);
  const row = (name: string, of: (samples: readonly number[]) => number, atMost: number) => ({
    title: `${titleOf(place)}, ${name}, concurrency ${concurrency}`,
    sides: 'console ÷ the same Elasticsearch request sent directly',
    unit: '×' as const,
    value: ratio(blocks, of),
    reach: { atMost },
    made_of: { 'console ms': of(blocks.a.flat()), 'direct ms': of(blocks.b.flat()) },
  });
  return [row('p50', median, 1.5), row('p95', p95, 2)];
}

async function againstKibana(bench: Bench, place: Place, console: Call): Promise<Figure> {
  const caller = httpCaller(3);
  const times = bench.pick(30, 5);
  const blocks = await inTurn(bench.pick(10, 2), {
    a: () => latencies({ times, concurrency: 1 }, () => caller.send(console)),
    b: () => latencies({ times, concurrency: 1 }, () => kibanaPattern(caller, place)),
  });
  caller.close();
  return {
    title: `${titleOf(place)}, p50`,
    sides: 'console ÷ Kibana’s five requests sent directly',
    unit: '×',
    value: ratio(blocks),
    reach: { atMost: 0.4 },
    made_of: { 'console ms': median(blocks.a.flat()), 'five requests ms': median(blocks.b.flat()) },
  };
}

async function throughput(bench: Bench, place: Place, sides: Sides): Promise<Figure> {
  const passThrough = await startProcess(
    ['test/performance/pass_through.ts', place.url],
    /at (.*)/,
  );
  const passed = sides.direct.url.replace(place.url, passThrough.ready[1] ?? '');
  const perSecond = (call: Call) => async () => [await requestsPerSecond(bench, call)];
  const blocks = await inTurn(bench.pick(6, 1), {
    a: perSecond(sides.console),
    b: perSecond({ ...sides.direct, url: passed }),
  });
  await passThrough.stop();
  return {
    title: `Lists a second of ${place.keys.toLocaleString('en')} keys, 8 connections`,
    sides: 'console ÷ bare @hapi/h2o2 pass-through',
    unit: '×',
    value: ratio(blocks),
    reach: { atLeast: 0.8 },
    made_of: { 'console/s': median(blocks.a.flat()), 'pass-through/s': median(blocks.b.flat()) },
  };
}

/** @throws Error where a request failed */
async function requestsPerSecond(
  bench: Bench,
  { method, url, headers, body }: Call,
): Promise<number> {
  const result = await autocannon({
    url,
    method: method === 'POST' ? 'POST' : 'GET',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    connections: 8,
    duration: bench.pick(5, 1),
  });
  if (result.errors + result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers other than 200`);
  return result.requests.average;
}
