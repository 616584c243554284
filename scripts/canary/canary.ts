import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUp, type Counts, summary } from '../test_counts.ts';
import { type KnownSecret, lookForSecrets, type Place } from './look_for_secrets.ts';

/**
 * Shows that a run of the tests has left no secret anywhere. The tests remember each secret that
 * they make or are given, and record what consoles and browsers write (`test/helpers/canary.ts`); at
 * the end all of that, and the files of Elasticsearch, are searched.
 */
export interface Canary {
  /** By which the tests find it. */
  readonly env: { readonly TEST_CANARY_DIR: string };
  /** Searches what the tests have recorded and more, prints what it finds, counts each place once. */
  check(more: CanaryCheck): Counts;
  remove(): void;
}

interface CanaryCheck {
  readonly places: readonly Place[];
  /** Beside those that the tests remember. */
  readonly secrets: readonly KnownSecret[];
  /** Whether each place must show its marks: where only a part of the tests runs, it may not. */
  readonly isWhole: boolean;
}

/** What stands in each record of a whole run. */
const RECORDED = {
  output: 'Project API keys is ready at',
  answers: '/api/project_api_keys/_query',
  browser: '/app/management/security/project_api_keys',
  databases: '"doc_type":"api_key"',
};

export function startCanary(): Canary {
  const folder = mkdtempSync(join(tmpdir(), 'project-api-keys-canary-'));
  const written = join(folder, 'written');
  for (const name of Object.keys(RECORDED)) mkdirSync(join(written, name), { recursive: true });
  return {
    env: { TEST_CANARY_DIR: folder },
    check({ places: given, secrets, isWhole }) {
      const recorded = Object.entries(RECORDED).map(([name, mark]) => ({
        name,
        folder: join(written, name),
        marks: [mark],
      }));
      const places = [...recorded, ...given].map((place) =>
        isWhole ? place : { ...place, marks: [] },
      );
      return report([...secretsIn(join(folder, 'secrets')), ...secrets], places);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function secretsIn(file: string): readonly KnownSecret[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const remembered: KnownSecret[] = lines.map((line) => JSON.parse(line));
  return [...new Map(remembered.map((known) => [known.secret, known])).values()];
}

function report(secrets: readonly KnownSecret[], places: readonly Place[]): Counts {
  const searched = lookForSecrets(secrets, places);
  for (const { name, files, bytes, problems } of searched) {
    const size = (bytes / 1e6).toFixed(1);
    console.log(`canary: ${secrets.length} secrets in ${name} (${files} files, ${size} MB)`);
    for (const problem of problems) console.log(`  ${name}: ${problem}`);
  }
  const counts = addUp(
    searched.map(({ problems }) =>
      problems.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    ),
  );
  console.log(`canary: ${summary(counts)}`);
  return counts;
}
