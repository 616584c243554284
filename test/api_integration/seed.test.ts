import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { type SeededKey, seededKey } from '../../scripts/seed/seeded_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { type OwnElasticsearch, startOwnElasticsearch } from '../helpers/elasticsearch_process.ts';

const PASSWORD = 'the password of this test';
const KEYS = 100_000;
const OWNERS = 200;

describe('npm run seed', () => {
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-seed-'));
  const keys: readonly SeededKey[] = Array.from({ length: KEYS }, (_, index) =>
    seededKey({ text: 'seed', owners: OWNERS, now: Date.now() }, index),
  );
  let elasticsearch: OwnElasticsearch;
  let console: TestConsole;

  const seed = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/seed.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ELASTIC_PASSWORD: PASSWORD },
    });

  beforeAll(async () => {
    const box = ['-E', 'http.port=0', '-E', `path.data=${data}`];
    const { status, stdout } = seed(`--keys=${KEYS}`, `--owners=${OWNERS}`, ...box);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`Loaded ${KEYS} keys`)]);
    elasticsearch = await startOwnElasticsearch(data, PASSWORD);
    console = await startConsole([`--elasticsearch.hosts=${elasticsearch.url}`]);
  });
  afterAll(async () => {
    await console.stop();
    await elasticsearch.process.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const authorization = basic('elastic', PASSWORD);
  const ask = (credentials: string, method: string, path: string, body?: unknown) =>
    askElasticsearch(credentials, method, path, body, elasticsearch.url);
  const query = (body: object) =>
    callApi(console.url, queryKeysRoute, { authorization, body }).then((answer) => answer.body);
  const number = (holds: (key: SeededKey) => boolean) => keys.filter(holds).length;

  it('makes credentials that work, and expired ones that do not', async () => {
    const some = Array.from({ length: 100 }, () => Math.floor(Math.random() * KEYS));
    const outcomes = await Promise.all(
      some.map(async (index) => {
        const { encoded, lifetime } = keys[index] ?? seededKeyMissing(index);
        const { status } = await ask(apiKey(encoded), 'GET', '/_security/_authenticate');
        return { index, status, lifetime };
      }),
    );
    for (const { index, status, lifetime } of outcomes)
      expect([index, status]).toEqual([index, lifetime === 'expired' ? 401 : 200]);
  });

  it('makes as many of each as were asked for', async () => {
    const { total, counts } = await query({ size: 1 });
    expect(total).toBe(KEYS);
    expect(counts.kinds).toEqual({
      personal: number(({ purpose }) => purpose === 'personal'),
      managed: number(({ purpose }) => purpose !== 'personal'),
      cross_cluster: 0,
    });
    expect(counts.statuses).toMatchObject({
      active: number(({ lifetime }) => lifetime !== 'expired'),
      expired: number(({ lifetime }) => lifetime === 'expired'),
    });
    for (const { username, count } of counts.owners)
      expect([username, count]).toEqual([username, number(({ owner }) => owner === username)]);
  });

  it('makes keys that Elasticsearch shows as its own', async () => {
    const shown = await query({ size: 1000 });
    const byId = new Map(keys.map((key) => [key.id, key]));
    for (const key of shown.keys) {
      const { name, owner, metadata } = byId.get(key.id) ?? seededKeyMissing(key.id);
      expect(key).toMatchObject({ type: 'rest', name, username: owner, metadata });
      expect(Object.keys(key.role_descriptors ?? {})).toHaveLength(
        Object.keys(byId.get(key.id)?.roleDescriptors ?? {}).length,
      );
    }
  });

  it('adds to a running cluster, and leaves neither user nor role behind', async () => {
    const { status, stderr } = seed(
      `--keys=${KEYS / 1000}`,
      '--seed=another',
      `--elasticsearch.hosts=${elasticsearch.url}`,
      '--elasticsearch.username=elastic',
      `--elasticsearch.password=${PASSWORD}`,
    );
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    expect((await query({ size: 1 })).total).toBe(KEYS + KEYS / 1000);
    const { body: roles } = await ask(authorization, 'GET', '/_security/role');
    expect(Object.keys(roles).filter((name) => name.startsWith('seed-'))).toEqual([]);
    const { body: users } = await ask(authorization, 'GET', '/_security/user');
    expect(Object.keys(users).filter((name) => name.startsWith('seed-'))).toEqual([]);
  });

  it('says what is wrong with the credentials', () => {
    const { status, stderr } = seed(
      '--keys=1',
      `--elasticsearch.hosts=${elasticsearch.url}`,
      '--elasticsearch.username=elastic',
      '--elasticsearch.password=wrong',
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining('unable to authenticate user')]);
    expect(stderr).not.toContain('    at ');
  });
});

function seededKeyMissing(which: unknown): never {
  throw new Error(`There is no seeded key ${which}`);
}
