import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The ids of the processes that this one has started and that still run. */
export async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  return rows.flatMap(([id = 0, parent]) => (parent === pid ? [id] : []));
}
