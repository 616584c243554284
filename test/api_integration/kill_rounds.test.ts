import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { apiKey, askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { pidOfJvm, startOwnElasticsearch } from '../helpers/elasticsearch_process.ts';
import { isAlive } from '../helpers/is_alive.ts';
import { until } from '../helpers/until.ts';

jest.setTimeout(300_000);

const PASSWORD = 'the password of this test';
const VICTIMS = ['supervisor', 'node', 'both'] as const;
const ROUNDS = 20;
/** The latest moment of a kill, in ms after the first key was asked for. */
const LATEST = 1200;
/** The same in every run. */
const MOMENTS = fc.sample(fc.integer({ min: 0, max: LATEST }), { seed: 4, numRuns: ROUNDS });

const data = mkdtempSync(join(tmpdir(), 'project-api-keys-kill-rounds-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const authorization = basic('elastic', PASSWORD);

/** Creates keys at the same time; gives those that Elasticsearch has acknowledged. */
async function createWhileItLasts(url: string): Promise<string[]> {
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, async (_, i) => {
      // Spread over the time in which the kill comes.
      await setTimeout((i * LATEST) / 20);
      return askElasticsearch(authorization, 'POST', '/_security/api_key', { name: `k${i}` }, url);
    }),
  );
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' && answer.value.status === 200
      ? [String(answer.value.body.encoded)]
      : [],
  );
}

it(`loses nothing that was acknowledged in ${ROUNDS} kills at any moment, and leaves no process`, async () => {
  const acknowledged: string[] = [];
  for (const [round, moment] of MOMENTS.entries()) {
    const elasticsearch = await startOwnElasticsearch(data, PASSWORD);
    const jvm = await pidOfJvm(elasticsearch.url, PASSWORD);
    const victim = VICTIMS[round % VICTIMS.length];

    const creating = createWhileItLasts(elasticsearch.url);
    await setTimeout(moment);
    if (victim !== 'node') process.kill(elasticsearch.process.pid, 'SIGKILL');
    if (victim !== 'supervisor') process.kill(jvm, 'SIGKILL');
    acknowledged.push(...(await creating));
    await elasticsearch.process.ended;
    await until(() => !isAlive(jvm));
  }

  const elasticsearch = await startOwnElasticsearch(data, PASSWORD);
  const statuses = await Promise.all(
    acknowledged.map(async (encoded) => {
      const path = '/_security/_authenticate';
      const { url } = elasticsearch;
      return (await askElasticsearch(apiKey(encoded), 'GET', path, undefined, url)).status;
    }),
  );
  await elasticsearch.process.stop();
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(statuses).toEqual(acknowledged.map(() => 200));
});
