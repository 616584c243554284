import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

/** Texts that a licence asks to be passed on and its package only names: where else they are. */
const NAMED_TEXTS: Readonly<Record<string, readonly string[]>> = {
  '@elastic/charts': ['../eui/licenses/ELASTIC-LICENSE-2.0.md'],
};

/**
 * The name and version of each package in these folders, with the texts of its licence and notices.
 * @throws Error that names a package without any
 */
export async function licenceNotices(folders: readonly string[]): Promise<string> {
  const notices = await Promise.all(folders.map(noticeOf));
  return [...new Set(notices)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function noticeOf(folder: string): Promise<string> {
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  const { name, version, license, author }: Package = JSON.parse(await read('package.json'));
  const own = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = await Promise.all([...own, ...(NAMED_TEXTS[name] ?? [])].map(read));
  if (texts.length === 0 && license === 'MIT' && author !== undefined)
    texts.push(mitLicence(typeof author === 'string' ? author : author.name));
  if (texts.length === 0) throw new Error(`${name} ${version} brings no text of its licence`);
  return `${[`${name} ${version}`, ...texts.map((text) => text.trim())].join('\n\n')}\n`;
}

const mitLicence = (holder: string) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
