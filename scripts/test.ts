/**
 * `npm test`: every check and suite, one after the other, and the sum of them all as the last line.
 * `node scripts/test.ts unit|integration|browser [jest's arguments]` runs one part, `browser
 * --plugin=zip` that on the plugin as it is built for Kibana.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { startNode } from '../standalone/elasticsearch/index.ts';
import { buildBrowser } from './build_browser.ts';
import { startCanary } from './canary/canary.ts';
import { findOrInstallChromium } from './chromium.ts';
import { addUp, type Counts, countsOfJest, summary } from './test_counts.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * The jest projects of each suite, the browser code that its consoles serve, how many files run side
 * by side (those of the integration suite mostly wait for Elasticsearch), and the longest that one
 * test may take, in ms.
 */
const SUITES = {
  unit: { projects: ['unit', 'components', 'kibana'], forms: [], workers: '100%', timeout: 60_000 },
  integration: { projects: ['integration'], forms: ['page'], workers: '3', timeout: 60_000 },
  browser: { projects: ['browser'], forms: ['page'], workers: '2', timeout: 120_000 },
  zip: {
    projects: ['zip', 'kibana_9_1'],
    forms: ['host', 'host_9_1'],
    workers: '2',
    timeout: 120_000,
  },
} as const;
type Suite = keyof typeof SUITES;

const ON_ZIP = '--plugin=zip';
/**
 * In `npm test` the zip goes without the files that take minutes for what is the same code in both: very
 * many keys, and every state of the page in both colours; and without those about the console alone.
 */
const ON_ZIP_IN_BRIEF = [
  '--testPathIgnorePatterns=/test/browser/(list_at_scale|accessibility|attacks|session)\\.',
];

const CHECKS = ['types', 'lint', 'layers', 'supply-chain'] as const;

async function succeeds(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const [code] = await once(spawn(command, args, { cwd: root, stdio: 'inherit', env }), 'exit');
  return code === 0;
}

async function check(script: (typeof CHECKS)[number]): Promise<Counts> {
  const passed = await succeeds('npm', ['run', '--silent', script]);
  const counts = passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  console.log(`${script}: ${summary(counts)}`);
  return counts;
}

async function jest(
  suite: Suite,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Counts> {
  const report = join(root, 'build', 'test', `${suite}.json`);
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  const { projects, workers, timeout } = SUITES[suite];
  const passed = await succeeds(
    'npx',
    [
      'jest',
      ...['--selectProjects', ...projects],
      `--maxWorkers=${workers}`,
      `--testTimeout=${timeout}`,
      ...['--json', `--outputFile=${report}`],
      ...args,
    ],
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

/** The suites to run, with arguments for jest. */
type Runs = Readonly<Partial<Record<Suite, readonly string[]>>>;

/** Runs suites with what the real thing needs: one Elasticsearch for all, the page, a browser. */
async function withTheRealThing(runs: Runs): Promise<Counts> {
  const suites = Object.keys(runs) as Suite[];
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-test-'));
  const canary = startCanary();
  const forms = new Set(suites.flatMap((suite) => SUITES[suite].forms));
  const [node] = await Promise.all([
    startNode({
      root,
      settings: { 'http.port': '0', 'path.data': data },
      onProgress: console.log,
    }),
    ...[...forms].map((form) => buildBrowser({ root, mode: 'production', form })),
  ]);
  try {
    const env = {
      ...process.env,
      ...canary.env,
      TEST_ELASTICSEARCH_URL: node.url,
      TEST_ELASTICSEARCH_PASSWORD: node.password,
      ...(suites.some((suite) => suite === 'browser' || suite === 'zip') && {
        CHROMIUM_PATH: findOrInstallChromium(process.env),
      }),
    };
    const tested = await inTurn(suites, (suite) => jest(suite, runs[suite], env));
    // At once: in an orderly end it would tidy away what it has written.
    process.kill(node.pid, 'SIGKILL');
    await node.ended;
    // Kept there on purpose, for its owner only.
    rmSync(join(data, 'elastic.password'));
    const searched = canary.check({
      places: [{ name: 'shared database', folder: data, marks: ['"doc_type":"api_key"'] }],
      secrets: [{ what: 'the password of elastic', secret: node.password }],
      isWhole: suites.length > 1,
    });
    return addUp([tested, searched]);
  } finally {
    await node.stop();
    canary.remove();
    rmSync(data, { recursive: true, force: true });
  }
}

/** One after the other: each has the machine to itself. */
async function inTurn<A>(all: readonly A[], run: (one: A) => Promise<Counts>): Promise<Counts> {
  const counts: Counts[] = [];
  for (const one of all) counts.push(await run(one));
  return addUp(counts);
}

async function main([part, ...args]: readonly string[]): Promise<Counts> {
  switch (part) {
    case undefined:
      return addUp([
        await inTurn(CHECKS, check),
        await jest('unit'),
        await withTheRealThing({ integration: [], browser: [] }),
        // On an Elasticsearch of its own: the same files have just filled the other one.
        await withTheRealThing({ zip: ON_ZIP_IN_BRIEF }),
      ]);
    case 'unit':
      return jest('unit', args);
    case 'integration':
      return withTheRealThing({ integration: args });
    case 'browser': {
      const rest = args.filter((arg) => arg !== ON_ZIP);
      return withTheRealThing({ [rest.length < args.length ? 'zip' : 'browser']: rest });
    }
    default:
      throw new Error(`There is no part "${part}": unit, integration or browser`);
  }
}

const counts = await main(process.argv.slice(2));
console.log(summary(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;
