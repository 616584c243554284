import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FOLDER, readZip } from './plugin_zip.ts';

let code: string;
/** Far from the packages of this repository. */
let folder: string;
beforeAll(async () => {
  const { files } = await readZip('9.5.0');
  code = String(files.get('server/index.js'));
  folder = await mkdtemp(path.join(os.tmpdir(), 'plugin-zip-'));
  await mkdir(path.join(folder, FOLDER, 'server'), { recursive: true });
  for (const file of ['package.json', 'server/index.js'])
    await writeFile(path.join(folder, FOLDER, file), files.get(file) ?? '');
});
afterAll(() => rm(folder, { recursive: true }));

/** What a script prints as JSON that has the plugin's server code as `server`. */
async function runWithServer(script: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--eval', `const server = require('./${FOLDER}/server'); ${script}`],
    { cwd: folder, env: { PATH: process.env.PATH } },
  );
  return JSON.parse(stdout);
}

const SET_UP = `
  const routes = [];
  const registerAs = (method) => ({ path, validate, options, security }) =>
    routes.push({ method, path, isValidated: validate !== undefined, options, security });
  const router = Object.fromEntries(['get', 'post', 'put'].map((m) => [m, registerAs(m)]));
  const logger = { debug() {}, info() {}, warn() {}, error() {} };
  const core = {
    elasticsearch: {},
    http: { createRouter: () => router },
    getStartServices: () => new Promise(() => {}),
  };
  server
    .plugin({ config: { get: () => ({}) }, logger: { get: () => logger } })
    .setup(core, {});
  console.log(JSON.stringify(routes));`;

interface SeenRoute {
  readonly method: string;
  readonly path: string;
  readonly isValidated: boolean;
  readonly options?: { readonly access?: string };
  readonly security?: { readonly authz?: object };
}

describe('the server code of the zip', () => {
  it('needs no package but the one that is part of Kibana', () => {
    const needed = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
    expect(needed).toContain('node:crypto');
    const packages = needed.filter((name) => !isBuiltin(name));
    expect(packages.filter((name) => name !== '@kbn/config-schema')).toEqual([]);
  });

  it('loads in a folder with nothing else', async () => {
    expect(await runWithServer('console.log(JSON.stringify(typeof server.plugin))')).toBe(
      'function',
    );
  });

  it('guards every route in the form that Kibana asks for', async () => {
    const routes = (await runWithServer(SET_UP)) as readonly SeenRoute[];
    expect(routes.length).toBeGreaterThan(10);
    for (const route of routes)
      expect(route).toEqual({
        method: expect.stringMatching(/^(get|post|put)$/),
        path: expect.stringMatching(/^\/api\/project_api_keys\/[\w/{}]+$/),
        isValidated: true,
        options: expect.objectContaining({ access: 'public' }),
        security: {
          authz: { enabled: false, reason: expect.stringMatching(/^Elasticsearch decides/) },
        },
      });
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('can be read, and has no comments of packages', () => {
    expect(code.split('\n').length).toBeGreaterThan(1000);
    expect(code).toContain('class ProjectApiKeysPlugin');
    expect(code).not.toMatch(/^\s*\/[/*]/m);
  });
});
