/**
 * `npm run supply-chain` lists the licences of all packages, and fails where one of them is not
 * allowed or the lock file lets in code that nobody has looked at.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXCEPTIONS, licenceCounts, licenceProblems } from './supply_chain/licences.ts';
import { installedBy } from './supply_chain/lock_file.ts';
import { originProblems } from './supply_chain/origins.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8'));

const lock = read('package-lock.json');
const packages = installedBy(lock);
for (const [licence, count] of licenceCounts(packages)) console.log(`${count} × ${licence}`);
for (const [name, { licence, reason }] of Object.entries(EXCEPTIONS))
  console.log(`${name} under ${licence}: ${reason}`);

const problems = [...licenceProblems(packages), ...originProblems(lock, read('package.json'))];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
