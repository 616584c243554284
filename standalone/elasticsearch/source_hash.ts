import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Twelve hex digits that change with what Maven builds from: the pom and everything under `src`. */
export async function sourceHash(project: string): Promise<string> {
  const files = await Array.fromAsync(glob(['pom.xml', 'src/**/*.*'], { cwd: project }));
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(project, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
