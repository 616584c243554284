import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lastLogLines } from './log_tail.ts';

describe('the last lines of the log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-tail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a short log', ['one', 'two', 'three'], ['two', 'three']],
    ['a log of one line', ['one'], ['one']],
    [
      'a long log',
      [...Array(5000).fill('noise'), 'the reason', 'the end'],
      ['the reason', 'the end'],
    ],
    ['an endless last line', ['one', 'x'.repeat(10_000)], []],
  ])('of %s', async (_case, lines, expected) => {
    writeFileSync(join(folder, 'elasticsearch.log'), `${lines.join('\n')}\n`);
    expect(await lastLogLines(folder, 2)).toEqual(expected);
  });

  it('are none where there is no log', async () => {
    expect(await lastLogLines(join(folder, 'nowhere'), 2)).toEqual([]);
  });
});
