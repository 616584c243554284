import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { type StartedProcess, startProcess } from '../helpers/start_process.ts';

const READY = /ready at (http:\/\/127\.0\.0\.1:(\d+))/;
const NEW_PASSWORD = /password of the user elastic is (\S+)/;

/** As `npm run elasticsearch -- -E … -E …` does. */
const start = (
  settings: Readonly<Record<string, string>>,
  password = '',
): Promise<StartedProcess> => {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-E', `${name}=${value}`]);
  const args = ['standalone/elasticsearch/cli.ts', ...flags];
  return startProcess(args, READY, { ELASTIC_PASSWORD: password });
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('Elasticsearch in the box', () => {
  let folder: string;
  let data: string;
  let node: StartedProcess;
  let url: string;
  let port: string;
  let password: string;

  const ask = (method: string, path: string, body?: unknown) =>
    askElasticsearch(basic('elastic', password), method, path, body, url);

  const settle = (started: StartedProcess) => {
    node = started;
    [, url = '', port = ''] = started.ready;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'in-the-box-'));
    data = join(folder, 'data');
    settle(await start({ 'http.port': '0', 'path.data': data }));
    password = NEW_PASSWORD.exec(node.output())?.[1] ?? '';
  }, 240_000);

  afterAll(async () => {
    await node.stop();
    await rm(folder, { recursive: true });
  });

  it('prints the generated password, which is right, and keeps it for its owner only', async () => {
    expect(await ask('GET', '/_security/_authenticate')).toMatchObject({
      status: 200,
      body: { username: 'elastic', roles: ['superuser'] },
    });
    expect((await stat(join(data, 'elastic.password'))).mode & 0o777).toBe(0o600);
  });

  it('answers GET / as Elasticsearch does', async () => {
    const { body } = await ask('GET', '/');
    expect(body).toEqual({
      name: 'in-the-box',
      cluster_name: 'project-api-keys',
      cluster_uuid: expect.stringMatching(/^[\w-]{22}$/),
      version: {
        number: expect.stringMatching(/^9\.\d+\.\d+$/),
        build_flavor: 'default',
        build_type: expect.any(String),
        build_hash: expect.stringMatching(/^[0-9a-f]{40}$/),
        build_date: expect.stringMatching(/^\d{4}-/),
        build_snapshot: false,
        lucene_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        minimum_wire_compatibility_version: expect.stringMatching(/^8\./),
        minimum_index_compatibility_version: '8.0.0',
      },
      tagline: 'You Know, for Search',
    });
  });

  it('keeps GET / from a key without the privilege monitor', async () => {
    const role_descriptors = { nothing: { cluster: [] } };
    const { body } = await ask('POST', '/_security/api_key', {
      name: 'no-monitor',
      role_descriptors,
    });
    const answer = await askElasticsearch(`ApiKey ${body.encoded}`, 'GET', '/', undefined, url);
    expect(answer.status).toBe(403);
  });

  it('has a trial licence and a few books', async () => {
    expect((await ask('GET', '/_license')).body).toMatchObject({
      license: { type: 'trial', status: 'active' },
    });
    const { body } = await ask('GET', '/books/_search?q=title:time');
    expect(body).toMatchObject({
      hits: { hits: [{ _source: { author: 'H. G. Wells', year: 1895 } }] },
    });
  });

  it('filters API keys by type, and roles by name, which are scripts of the security plugin', async () => {
    await ask('POST', '/_security/api_key', { name: 'a-rest-key' });
    const keys = (type: string) =>
      ask('POST', '/_security/_query/api_key', {
        query: { bool: { filter: [{ term: { type } }, { term: { name: 'a-rest-key' } }] } },
      });
    expect((await keys('rest')).body).toMatchObject({ total: 1, api_keys: [{ type: 'rest' }] });
    expect((await keys('cross_cluster')).body).toMatchObject({ total: 0 });

    await ask('PUT', '/_security/role/reader', { cluster: ['monitor'] });
    const roles = await ask('POST', '/_security/_query/role', {
      query: { term: { name: 'reader' } },
    });
    expect(roles.body).toMatchObject({
      total: 1,
      roles: [{ name: 'reader', cluster: ['monitor'] }],
    });
  });

  it('refuses any other script with the reason', async () => {
    const runtime_mappings = { x: { type: 'keyword', script: 'emit("x")' } };
    const { status, body } = await ask('POST', '/books/_search', {
      runtime_mappings,
      fields: ['x'],
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('this node runs no scripts');
  });

  it('says in a sentence that the port, or the data folder, is in use', async () => {
    const samePort = start({ 'http.port': port, 'path.data': join(folder, 'other') });
    await expect(samePort).rejects.toThrow(`Port ${port} is in use: choose another http.port`);
    const sameData = start({ 'http.port': '0', 'path.data': data });
    await expect(sameData).rejects.toThrow(`The data folder ${data} is in use by another node`);
  }, 60_000);

  it('keeps data and password over a restart, and prints the password no more', async () => {
    await ask('PUT', '/books/_doc/mine', { title: 'Mine' });
    await node.stop();
    expect(await node.ended).toBe(0);

    settle(await start({ 'http.port': '0', 'path.data': data }, 'another-one'));
    expect(node.output()).not.toContain(password);
    expect(node.output()).toContain('ELASTIC_PASSWORD was not used');
    expect((await ask('GET', '/books/_count')).body).toMatchObject({ count: 7 });
  }, 60_000);

  it('ends with the process that started it, even when that was killed', async () => {
    await node.stop('SIGKILL');
    while (await answers(url)) {
      await setTimeout(50);
    }
    settle(await start({ 'http.port': '0', 'path.data': data }));
    expect((await ask('GET', '/_security/_authenticate')).status).toBe(200);
  }, 60_000);
});
