import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { READY } from '../../helpers/console.ts';
import { startProcess } from '../../helpers/start_process.ts';
import { type Bench, consoleArguments, consoleArgumentsAt, type Place } from '../bench.ts';
import type { Figure, Measurement } from '../figure.ts';
import { httpCaller, latencies } from '../http_caller.ts';
import { memoryOf } from '../memory_of.ts';
import { spread } from '../statistics.ts';
import { consoleCall } from './first_page.ts';

const REQUESTS = 10_000;
/** Until a start's own garbage is gone. */
const IDLE_MS = 10_000;

export const start: Measurement = {
  name: 'start',
  async measure(bench) {
    const place = await bench.elasticsearch(1000);
    return [...(await consoleAlone(bench, place)), await withTheBox(bench)];
  },
};

async function consoleAlone(bench: Bench, place: Place): Promise<Figure[]> {
  const args = consoleArgumentsAt(bench.root, place);
  const starts: number[] = [];
  for (let round = 0; round < bench.pick(5, 1); round++) {
    const { ms, stop } = await timedStart(args);
    starts.push(ms / 1000);
    await stop();
  }
  const { pid, url, stop } = await timedStart(args);
  await setTimeout(bench.pick(IDLE_MS, 1000));
  const idle = memoryOf(pid);
  const requests = bench.pick(REQUESTS, 200);
  const call = await consoleCall(url, place);
  const { send, close } = httpCaller(8);
  await latencies({ times: requests, concurrency: 8 }, () => send(call));
  close();
  await setTimeout(bench.pick(IDLE_MS, 1000));
  const after = memoryOf(pid);
  await stop();
  return [
    {
      title: 'Start of the console',
      sides: 'against a running Elasticsearch, to its ready line',
      unit: 's',
      value: spread(starts),
      reach: { atMost: 1.5 },
    },
    {
      title: 'Memory of the console, idle',
      sides: 'resident set, background tasks on',
      unit: 'MB',
      value: spread([idle]),
      reach: { atMost: 130 },
    },
    {
      title: `Its growth by ${requests.toLocaleString('en')} lists`,
      sides: 'resident set after ÷ before',
      unit: '×',
      value: spread([after / idle]),
      reach: { atMost: 1.05 },
      made_of: { 'before MB': idle, 'after MB': after },
    },
  ];
}

async function withTheBox(bench: Bench): Promise<Figure> {
  const data = join(bench.root, 'build', 'bench', 'box');
  const node = ['-E', 'http.port=0', '-E', `path.data=${data}`];
  const args = [...consoleArguments(bench.root), ...node];
  const seconds: number[] = [];
  // The first start makes the data folder, and is not counted.
  for (let round = 0; round <= bench.pick(3, 1); round++) {
    const { ms, stop } = await timedStart(args);
    if (round > 0) seconds.push(ms / 1000);
    await stop();
  }
  return {
    title: 'Start of the console with the node in the box',
    sides: 'to its ready line, data folder and caches there',
    unit: 's',
    value: spread(seconds),
    reach: { atMost: 7 },
  };
}

async function timedStart(args: readonly string[]) {
  const begin = performance.now();
  const started = await startProcess(args, READY);
  const ms = performance.now() - begin;
  return { ms, pid: started.pid, url: started.ready[1] ?? '', stop: () => started.stop() };
}
