import { open } from 'node:fs/promises';
import { join } from 'node:path';

const BYTES = 8192;

/** The last `count` lines of a node's own log, or as many as the last 8 KB hold; none without a log. */
export async function lastLogLines(logFolder: string, count: number): Promise<string[]> {
  try {
    await using file = await open(join(logFolder, 'elasticsearch.log'));
    const { size } = await file.stat();
    const start = Math.max(0, size - BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BYTES), 0, BYTES, start);
    const lines = buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n');
    // The first one may have begun before.
    return (start === 0 ? lines : lines.slice(1)).slice(-count);
  } catch {
    return []; // It tells more of another failure, and must not become one.
  }
}
