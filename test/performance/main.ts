/**
 * `npm run bench [-- --quick] [part of a measurement's name]`: measures, prints the table, and writes
 * `build/bench.json`; a full run of everything also renews `docs/performance.md` and its chart.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBench } from './bench.ts';
import type { Figure, Measurement } from './figure.ts';
import { bundle } from './figures/bundle.ts';
import { creation } from './figures/creation.ts';
import { deletion } from './figures/deletion.ts';
import { firstPage } from './figures/first_page.ts';
import { firstView } from './figures/first_view.ts';
import { growth, growthPoints } from './figures/growth.ts';
import { interaction } from './figures/interaction.ts';
import { load } from './figures/load.ts';
import { pageLoad } from './figures/page_load.ts';
import { start } from './figures/start.ts';
import { typing } from './figures/typing.ts';
import { growthChart } from './report/chart.ts';
import { table } from './report/table.ts';

const MEASUREMENTS: readonly Measurement[] = [
  bundle,
  start,
  pageLoad,
  firstView,
  interaction,
  typing,
  creation,
  deletion,
  firstPage,
  growth,
  load,
];

const root = resolve(import.meta.dirname, '..', '..');
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [wanted = ''] = positionals;

/** Puts the table of a full run where it can be read. */
async function publish(text: string): Promise<void> {
  const file = join(root, 'docs', 'performance.md');
  const before = await readFile(file, 'utf8');
  const place = /(?<=<!-- table -->\n).*?(?=<!-- \/table -->)/s;
  await writeFile(
    file,
    before.replace(place, () => `${text}\n`),
  );
}

const begin = performance.now();
const figures: Figure[] = [];
const isWhole = wanted === '' && !values.quick;
{
  await using bench = await openBench(root, values.quick);
  for (const measurement of MEASUREMENTS.filter(({ name }) => name.includes(wanted))) {
    bench.say(`Measuring ${measurement.name} …`);
    figures.push(...(await measurement.measure(bench)));
  }
  if (wanted === '') {
    const svg = growthChart(await growthPoints(bench));
    const folder = join(root, isWhole ? 'docs/images' : 'build/bench');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'growth.svg'), svg);
  }
}

const [cpu] = cpus();
const seconds = Math.round((performance.now() - begin) / 1000);
const machine = `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
const at = new Date().toISOString();
const report = { machine, quick: values.quick, at, figures };
await mkdir(join(root, 'build'), { recursive: true });
await writeFile(join(root, 'build', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
const text = `${table(figures)}\n\n${machine}; ${at.slice(0, 10)}; ${seconds} s`;
process.stdout.write(`${text}\n`);
if (isWhole) await publish(text);
