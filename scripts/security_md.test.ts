import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(__dirname, '..');
const text = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');
const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);

describe('SECURITY.md', () => {
  it('names only files that there are', () => {
    expect(links.filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([]);
  });

  it('names a test for every threat', () => {
    const [, threats = ''] = /^## Threats$(.*?)^## /ms.exec(text) ?? [];
    const rows = threats.split('\n').filter((line) => /^\| (?!threat )/.test(line));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !/\.test\.tsx?\)[^|]*\|$/.test(row))).toEqual([]);
  });
});
