import autocannon from 'autocannon';
import { createKeyRoute } from '../../../common/http_api/create_key.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Measurement } from '../figure.ts';
import type { Call } from '../http_caller.ts';
import { memoryOf } from '../memory_of.ts';
import { mean, spread } from '../statistics.ts';
import { consoleCall } from './first_page.ts';

const CONNECTIONS = 64;

/** Whether the console stays the same under more than it can do at once. */
export const load: Measurement = {
  name: 'load',
  async measure(bench) {
    const place = await bench.elasticsearch(1000);
    const { url, process } = await bench.console(place);
    const list = await consoleCall(url, place);
    const create = {
      ...list,
      url: new URL(createKeyRoute.path, url).href,
      body: { name: 'load', expiration: '1h' },
    };
    return [
      ...(await underLoad(bench, 'lists', list, process.pid)),
      ...(await underLoad(bench, 'creations', create, process.pid)),
    ];
  },
};

async function underLoad(bench: Bench, what: string, call: Call, pid: number): Promise<Figure[]> {
  const seconds = bench.pick(60, 3);
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(memoryOf(pid)), 1000);
  const result = await autocannon({
    url: call.url,
    method: 'POST',
    headers: { ...call.headers, 'content-type': 'application/json' },
    body: JSON.stringify(call.body),
    connections: CONNECTIONS,
    duration: seconds,
  });
  clearInterval(watch);
  const third = Math.floor(memory.length / 3);
  const last = mean(memory.slice(-third));
  const before = mean(memory.slice(third, 2 * third));
  const one = (value: number) => spread([value]);
  const title = `${CONNECTIONS} connections for ${seconds} s of ${what}`;
  return [
    {
      title: `${title}: failures`,
      sides: 'errors, time-outs and answers other than 200',
      unit: '',
      value: one(result.errors + result.non2xx),
      reach: { atMost: 0 },
      made_of: { answers: result['2xx'] },
    },
    {
      title: `${title}: latency`,
      sides: 'p99 ÷ p50',
      unit: '×',
      value: one(result.latency.p99 / result.latency.p50),
      reach: { atMost: 6 },
      made_of: { 'p50 ms': result.latency.p50, 'p99 ms': result.latency.p99 },
    },
    {
      title: `${title}: memory`,
      sides: 'last third ÷ second third',
      unit: '×',
      value: one(last / before),
      reach: { atMost: 1.1 },
      made_of: { 'second third MB': before, 'last third MB': last },
    },
  ];
}
