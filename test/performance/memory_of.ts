import { execFileSync } from 'node:child_process';

/** What the process keeps in memory, in MB (10⁶ bytes). */
export function memoryOf(pid: number): number {
  const kib = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kib) * 1024) / 1e6;
}
