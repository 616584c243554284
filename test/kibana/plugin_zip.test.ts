import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { FOLDER, ROOT, readZip, type Zip, zipFile } from './plugin_zip.ts';

/** How the installer finds a plugin: not anchored, so `kibana.jsonc` would be one as well. */
const INSTALLER = /(kibana[\\/][^\\/]+)[\\/]kibana.json/;

const sbomFile = (version: string) => zipFile(version).replace(/zip$/, 'sbom.json');

const build = (args: readonly string[], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, ['scripts/build.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });

let zip: Zip;
beforeAll(async () => {
  zip = await readZip('9.5.0');
});
const text = (file: string) => String(zip.files.get(file));
const json = (file: string) => JSON.parse(text(file));

describe('the zip of the plugin', () => {
  it('is one plugin to the installer of Kibana', () => {
    const names = zip.entries.map(({ fileName }) => fileName);
    expect(names.filter((name) => INSTALLER.test(name))).toEqual([`${FOLDER}/kibana.json`]);
  });

  it('has all in the folder of the plugin, under plain names, once', () => {
    const names = zip.entries.map(({ fileName }) => fileName);
    for (const name of names)
      expect(name).toMatch(/^kibana\/projectApiKeys(\/\.?[A-Za-z0-9][\w-]*(\.[\w-]+)*)+$/);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual([...names].sort());
  });

  it('has only regular files that everybody may read', () => {
    // The installer gives files the mode that is here, and none where it was not made under Unix.
    for (const { fileName, externalFileAttributes, versionMadeBy } of zip.entries)
      expect([fileName, versionMadeBy >> 8, (externalFileAttributes >>> 16).toString(8)]).toEqual([
        fileName,
        3,
        '100644',
      ]);
  });

  it('has a manifest that Kibana reads', () => {
    const { version } = json('package.json');
    expect(json('kibana.json')).toEqual({
      id: 'projectApiKeys',
      version,
      kibanaVersion: '9.5.0',
      owner: { name: expect.stringMatching(/./) },
      description: expect.any(String),
      configPath: ['xpack', 'projectApiKeys'],
      requiredPlugins: ['management'],
      optionalPlugins: expect.arrayContaining(['features']),
      server: true,
      ui: true,
    });
  });

  it('has a package.json that runs nothing and leaves its code to be CommonJS', () => {
    expect(Object.keys(json('package.json')).sort()).toEqual([
      'description',
      'license',
      'name',
      'private',
      'version',
    ]);
  });

  it('is for one release of Kibana, and else the same', async () => {
    const older = await readZip('9.1.0');
    const others = [...older.files].filter(
      ([name, contents]) => !zip.files.get(name)?.equals(contents),
    );
    expect(others.map(([name]) => name)).toEqual(['kibana.json']);
    expect(JSON.parse(String(older.files.get('kibana.json')))).toEqual({
      ...json('kibana.json'),
      kibanaVersion: '9.1.0',
    });
  });

  it('has a version of its content, which an address can hold', () => {
    const { version } = json('kibana.json');
    expect(version).toMatch(/^\d+\.\d+\.\d+-build\.[0-9a-f]{16}$/);
    expect(encodeURIComponent(version)).toBe(version);
  });

  it('is the same to the byte when it is built again, in another time zone', async () => {
    const files = ['9.1.0', '9.5.0'].flatMap((version) => [zipFile(version), sbomFile(version)]);
    const before = await Promise.all(files.map((file) => readFile(file)));
    await build(['--kibana-version=9.5.0,9.1.0'], { TZ: 'Pacific/Apia' });
    const after = await Promise.all(files.map((file) => readFile(file)));
    expect(after.map((bytes, i) => before[i]?.equals(bytes))).toEqual([true, true, true, true]);
  }, 60_000);

  it('has every file of the browser compressed as Kibana serves them, and no other', () => {
    const names = [...zip.files.keys()].filter((name) => name.startsWith('target/public/'));
    const scripts = names.filter((name) => name.endsWith('.js'));
    expect(names.sort()).toEqual(
      scripts.flatMap((name) => [name, `${name}.br`, `${name}.gz`]).sort(),
    );
    for (const name of scripts) {
      const [plain, br, gz] = [name, `${name}.br`, `${name}.gz`].map((n) => zip.files.get(n) ?? '');
      expect(brotliDecompressSync(br ?? '').equals(Buffer.from(plain ?? ''))).toBe(true);
      expect(gunzipSync(gz ?? '').equals(Buffer.from(plain ?? ''))).toBe(true);
    }
  });

  it('has the licences of what it brings, and brings nothing that Kibana lends', () => {
    const notices = text('NOTICE.txt');
    const packages = [...notices.matchAll(/^(@?[\w/.-]+) \d+\.\d+\.\d+$/gm)].map(
      ([, name]) => name,
    );
    expect(packages).toEqual(
      expect.arrayContaining([
        '@codemirror/view',
        '@tanstack/query-core',
        'csv-stringify',
        'immer',
        'io-ts',
      ]),
    );
    expect(notices).toContain('Elastic License 2.0\n\nURL:'); // of @elastic/charts
    const lent = /^(react|react-dom|moment|scheduler|@elastic\/eui.*|@emotion\/.*)$/;
    expect(packages.filter((name) => lent.test(name ?? ''))).toEqual([]);
    expect(text('LICENSE.txt')).toContain('Apache License');
  });

  it('has an SBOM beside it, of just this zip and of all that it brings', async () => {
    const sbom = JSON.parse(await readFile(sbomFile('9.5.0'), 'utf8'));
    const sha256 = createHash('sha256').update(await readFile(zipFile('9.5.0')));
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: {
        component: {
          name: 'projectApiKeys',
          version: json('kibana.json').version,
          hashes: [{ alg: 'SHA-256', content: sha256.digest('hex') }],
        },
      },
    });
    const brought = sbom.components.map((one: { name: string; version: string }) => [
      one.name,
      one.version,
    ]);
    const noticed = [...text('NOTICE.txt').matchAll(/^(@?[\w/.-]+) (\d+\.\d+\.\d+)$/gm)];
    expect(brought.sort()).toEqual(noticed.map(([, name, version]) => [name, version]).sort());
    for (const one of sbom.components)
      expect(one).toMatchObject({ hashes: [{ alg: 'SHA-512' }], licenses: [expect.anything()] });
  });

  it('tells nothing of the machine it was built on', () => {
    const told = [...zip.files].filter(([, contents]) => contents.includes(ROOT));
    expect(told.map(([name]) => name)).toEqual([]);
  });
});

describe('npm run build', () => {
  it.each([
    [[], 'For which Kibana?'],
    [['--kibana-version=9.2'], '"9.2" is not a release of Kibana'],
    [['--kibana-version=9.0.8'], 'Kibana 9.0.8 is too old: it has React 17'],
  ])('with %j fails with one sentence', async (args, sentence) => {
    const failure = await build(args).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure).toHaveProperty('stderr', expect.stringMatching(/^[^\n]+\.\n$/));
    expect(failure).toHaveProperty('stderr', expect.stringContaining(sentence));
  });

  it('says how it is used', async () => {
    expect((await build(['--help'])).stdout).toContain('--kibana-version');
  });
});
