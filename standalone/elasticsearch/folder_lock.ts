import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hasCode } from './error_code.ts';

/** In ms: a lock this old is left over, though another process may have its owner's id by now. */
const TOO_OLD = 5 * 60_000;

/**
 * Runs `action` while no other process on this machine does so under the same lock file, which holds
 * the owner's process id. The lock of a process that died is taken over. Two that take over at the
 * same instant may both run: the lock saves double work, and is no guard of correctness.
 */
export async function withLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  while (!(await take(file))) {
    if (await isLeftOver(file)) {
      await rm(file, { force: true });
    }
    await setTimeout(50);
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      return false;
    }
    throw error;
  }
}

async function isLeftOver(file: string): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return Date.now() - mtimeMs > TOO_OLD || (owner !== '' && !isAlive(Number(owner)));
  } catch {
    return false; // released meanwhile
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}
