/**
 * `npm test`: every check and suite, one after the other, and the sum of them all as the last line.
 * `node scripts/test.ts unit|integration|browser [jest's arguments]` runs one part.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startNode } from '../standalone/elasticsearch/index.ts';
import { buildBrowser } from './build_browser.ts';
import { findOrInstallChromium } from './chromium.ts';
import { addUp, type Counts, countsOfJest, summary } from './test_counts.ts';

const root = resolve(import.meta.dirname, '..');

const SUITES = {
  unit: ['unit', 'components'],
  integration: ['integration'],
  browser: ['browser'],
} as const;
type Suite = keyof typeof SUITES;

const CHECKS = ['types', 'lint', 'layers'] as const;

const run = (args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean =>
  spawnSync('npx', args, { cwd: root, stdio: 'inherit', env }).status === 0;

function check(script: (typeof CHECKS)[number]): Counts {
  const passed = spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' });
  const counts = passed.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  console.log(`${script}: ${summary(counts)}`);
  return counts;
}

function jest(suite: Suite, args: readonly string[], env: NodeJS.ProcessEnv): Counts {
  const report = join(root, 'build', 'test', `${suite}.json`);
  rmSync(report, { force: true });
  const passed = run(
    ['jest', '--selectProjects', ...SUITES[suite], '--json', `--outputFile=${report}`, ...args],
    env,
  );
  return countsOfJest(readReport(report), passed);
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs suites with what the real thing needs: one Elasticsearch for all, the page, a browser. */
async function withTheRealThing(suites: readonly Suite[], args: readonly string[]) {
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-test-'));
  const [node] = await Promise.all([
    startNode({
      root,
      settings: { 'http.port': '0', 'path.data': data },
      onProgress: console.log,
    }),
    buildBrowser({ root, mode: 'production' }),
  ]);
  try {
    const env = {
      ...process.env,
      TEST_ELASTICSEARCH_URL: node.url,
      TEST_ELASTICSEARCH_PASSWORD: node.password,
      ...(suites.includes('browser') && { CHROMIUM_PATH: findOrInstallChromium(process.env) }),
    };
    return suites.map((suite) => jest(suite, args, env));
  } finally {
    await node.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function main([part, ...args]: readonly string[]): Promise<Counts> {
  switch (part) {
    case undefined: {
      const quick = [...CHECKS.map(check), jest('unit', [], process.env)];
      return addUp([...quick, ...(await withTheRealThing(['integration', 'browser'], []))]);
    }
    case 'unit':
      return jest('unit', args, process.env);
    case 'integration':
    case 'browser':
      return addUp(await withTheRealThing([part], args));
    default:
      throw new Error(`There is no part "${part}": unit, integration or browser`);
  }
}

const counts = await main(process.argv.slice(2));
console.log(summary(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
