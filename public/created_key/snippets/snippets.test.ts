import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { firstRequest } from './first_request.ts';
import { type Language, SNIPPETS } from './snippets.ts';

const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What parses a file of each language and fails where it is none. */
const PARSERS: Record<Language, readonly [file: string, command: string, ...args: string[]]> = {
  curl: ['snippet.sh', 'bash', '-n'],
  javascript: ['snippet.mjs', process.execPath, '--check'],
  python: ['snippet.py', 'python3', '-m', 'py_compile'],
  go: ['snippet.go', 'gofmt', '-e'],
};

/** What the language's own parser says against the code; without one, that a bracket or quote is open. */
function syntaxError(language: Language, code: string): string {
  const [file, command, ...args] = PARSERS[language];
  writeFileSync(join(folder, file), code);
  const { error, status, stderr } = spawnSync(command, [...args, file], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error === undefined) return status === 0 ? '' : stderr;
  const open = code.replaceAll(/"(\\.|[^"\\])*"/g, '');
  const count = (what: RegExp) => open.match(what)?.length ?? 0;
  return count(/["`]/g) === 0 && count(/[([{]/g) === count(/[)\]}]/g) ? '' : `open: ${open}`;
}

const parts = (url: string, ...readable: string[]) => ({
  encoded: 'aWQ6a2V5',
  url,
  request: firstRequest({ r: { indices: [{ names: readable, privileges: ['read'] }] } }),
});

describe.each(Object.keys(SNIPPETS) as Language[])('the snippet for %s', (language) => {
  it.each([
    ['a key that may read', parts('https://es.example:9200', 'books')],
    ['any key', parts('https://es.example:9200/')],
    ['an address with all that could end a string', parts(`https://es.example/'"\`$(id)\\ $HOME`)],
  ])('is a program for %s', (_case, given) => {
    const code = SNIPPETS[language](given);
    expect(syntaxError(language, code)).toBe('');
    expect(code).toContain('aWQ6a2V5');
  });
});

describe('curl', () => {
  it('asks as in the documentation', () => {
    expect(SNIPPETS.curl(parts('https://es.example:9200/', 'books'))).toBe(
      'export API_KEY="aWQ6a2V5"\n' +
        'curl -H "Authorization: ApiKey $API_KEY" "https://es.example:9200/books/_search"',
    );
  });

  it('gets the address as it is, whatever stands in it', () => {
    const url = `https://es.example/it's/"$HOME"/\`id\`/$(id)/\\`;
    const asPrinted = SNIPPETS.curl(parts(url)).replace(/^curl.*? \$API_KEY"/m, 'printf %s');
    const { stdout } = spawnSync('bash', ['-c', asPrinted], { encoding: 'utf8' });
    expect(stdout).toBe(`${url}/_security/_authenticate`);
  });
});

it.each([
  ['javascript', 'node: "https://es.example/",', 'client.search({ index: "books" })'],
  ['python', '"https://es.example/",', 'client.search(index="books")'],
  [
    'go',
    'Addresses: []string{"https://es.example/"},',
    'client.Search(client.Search.WithIndex("books"))',
  ],
] as const)('%s asks the same of the same cluster', (language, address, call) => {
  const code = SNIPPETS[language](parts('https://es.example/', 'books'));
  expect(code).toContain(address);
  expect(code).toContain(call);
});
