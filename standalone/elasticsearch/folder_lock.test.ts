import { spawnSync } from 'node:child_process';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLock } from './folder_lock.ts';

describe('withLock', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
    file = join(folder, 'not/yet/there.pid');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('lets one after the other in', async () => {
    let inside = 0;
    const enter = () =>
      withLock(file, async () => {
        inside++;
        await setImmediate();
        return inside--;
      });
    expect(await Promise.all([enter(), enter(), enter()])).toEqual([1, 1, 1]);
  });

  it('is free again after a failure, which is passed on', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(access(file)).rejects.toThrow('ENOENT');
  });

  it('is taken over from a process that died', async () => {
    const left = join(folder, 'left.pid');
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(left, String(pid));
    expect(await withLock(left, async () => 'done')).toBe('done');
  });
});
