import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { pidOfJvm } from '../helpers/elasticsearch_process.ts';
import { isAlive } from '../helpers/is_alive.ts';
import { until } from '../helpers/until.ts';

const PASSWORD = 'the password of this test';

// `npm start` with the node in the box, as someone runs it for weeks.
describe('The Elasticsearch that npm start brings along', () => {
  let data: string;
  let console: TestConsole;
  let elasticsearch: string;

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'project-api-keys-supervision-'));
    console = await startConsole(['-E', 'http.port=0', '-E', `path.data=${data}`], {
      ELASTIC_PASSWORD: PASSWORD,
    });
    elasticsearch = /Elasticsearch is ready at (http\S+)/.exec(console.output())?.[1] ?? '';
  });
  afterEach(async () => {
    await console.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const status = async () => (await fetch(`${console.url}/api/status`)).status;
  it('is started again when it dies, and given up on after the third time', async () => {
    for (let death = 1; death < 3; death++) {
      process.kill(await pidOfJvm(elasticsearch, PASSWORD), 'SIGKILL');
      await until(async () => (await status()) === 503);
      await until(() => console.output().split('Elasticsearch is back').length > death);
      expect(await status()).toBe(200);
    }
    process.kill(await pidOfJvm(elasticsearch, PASSWORD), 'SIGKILL');
    expect(await console.ended).toBe(1);
    // With the last lines of its log.
    expect(console.output()).toMatch(
      /Elasticsearch keeps dying, the last time by SIGKILL:\n.*\b(o\.e\.|org\.elasticsearch\.)/s,
    );
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'goes with the console that gets a %s',
    async (signal) => {
      const jvm = await pidOfJvm(elasticsearch, PASSWORD);
      await console.stop(signal);
      await until(() => !isAlive(jvm));
      expect(await console.ended).toBe(signal === 'SIGKILL' ? null : 0);
    },
  );
});
