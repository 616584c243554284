import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKey } from '../../common/api_key.ts';
import { isJsonObject } from '../../common/exact.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import type { RoleDescriptors } from '../../common/role_descriptors.ts';
import { type SeededKey, seededKey } from '../../scripts/seed/seeded_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { type OwnElasticsearch, startOwnElasticsearch } from '../helpers/elasticsearch_process.ts';
import { runToEnd, startProcess } from '../helpers/start_process.ts';

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
    runToEnd(['scripts/seed.ts', ...args], { ELASTIC_PASSWORD: PASSWORD });

  beforeAll(async () => {
    const box = ['-E', 'http.port=0', '-E', `path.data=${data}`];
    const { status, stdout } = await seed(`--keys=${KEYS}`, `--owners=${OWNERS}`, ...box);
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
      expiring_soon: number(({ lifetime }) => lifetime === 'soon'),
      expired: number(({ lifetime }) => lifetime === 'expired'),
    });
    expect(counts.owners).toHaveLength(100);
    for (const { username, count } of counts.owners)
      expect([username, count]).toEqual([username, number(({ owner }) => owner === username)]);
  });

  it('makes keys that Elasticsearch shows as its own, every one of them', async () => {
    const size = 10_000; // the most that it takes
    for (let from = 0; from < KEYS; from += size) {
      const wanted = keys.slice(from, from + size);
      const values = wanted.map(({ id }) => id);
      const { body } = await ask(authorization, 'POST', '/_security/_query/api_key', {
        query: { ids: { values } },
        size,
      });
      const byId = new Map((body.api_keys as ShownKey[]).map((key) => [key.id, key]));
      const shown = (key: SeededKey) => withoutTimes(byId.get(key.id));
      // Jest alone would take 20 s to compare them all.
      const odd = wanted.filter((key) => sortedJson(shown(key)) !== sortedJson(asShown(key)));
      expect(odd.map(shown)).toEqual(odd.map(asShown));
    }
  }, 180_000);

  describe('with a running cluster', () => {
    const running = (username: string, password: string) => [
      `--elasticsearch.hosts=${elasticsearch.url}`,
      `--elasticsearch.username=${username}`,
      `--elasticsearch.password=${password}`,
    ];
    const namesOf = async (what: 'role' | 'user') => {
      const { body } = await ask(authorization, 'GET', `/_security/${what}`);
      return Object.keys(body).filter((name) => name.startsWith('seed-'));
    };

    it('writes over the keys of the same seed, and adds what is more', async () => {
      const { total } = await query({ size: 1 });
      for (const number of [10, 20, 15]) {
        const args = [`--keys=${number}`, '--seed=again', ...running('elastic', PASSWORD)];
        const { status, stderr } = await seed(...args);
        expect([status, stderr]).toEqual([0, expect.any(String)]);
      }
      expect((await query({ size: 1 })).total).toBe(total + 20);
      expect([await namesOf('role'), await namesOf('user')]).toEqual([[], []]);
    });

    it('removes its user and role when it is interrupted', async () => {
      const args = ['--keys=10000000', '--seed=long', ...running('elastic', PASSWORD)];
      const { stop, ended, output } = await startProcess(['scripts/seed.ts', ...args], / of /);
      expect(await namesOf('user')).toHaveLength(1);
      await stop('SIGINT');
      expect([await ended, output()]).toEqual([1, expect.stringMatching(/\nInterrupted\.\n$/)]);
      expect([await namesOf('role'), await namesOf('user')]).toEqual([[], []]);
    });

    it('says what is wrong with the credentials', async () => {
      const { status, stderr } = await seed('--keys=1', ...running('elastic', 'wrong'));
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^unable to authenticate user.*\n$/),
      ]);
    });

    it('names the privilege that its user lacks', async () => {
      const reader = { password: PASSWORD, roles: ['viewer'] };
      await ask(authorization, 'PUT', '/_security/user/reader', reader);
      const { status, stderr } = await seed('--keys=1', ...running('reader', PASSWORD));
      expect([status, stderr]).toEqual([
        1,
        'The user reader needs the cluster privilege manage_security for it.\n',
      ]);
    });
  });
});

type ShownKey = Pick<ApiKey, 'id' | 'creation' | 'expiration'>;

/** The times depend on when the seed ran, by which the statuses are counted above. */
const withoutTimes = ({ creation, expiration, ...shown }: Partial<ShownKey> = {}) => ({
  ...shown,
  creation: typeof creation,
  expiration: typeof expiration,
});

const asShown = ({ id, name, metadata, owner, lifetime, roleDescriptors }: SeededKey) => ({
  ...{ id, name, type: 'rest', invalidated: false, metadata },
  ...{ username: owner, realm: 'default_native', realm_type: 'native' },
  creation: 'number',
  expiration: lifetime === 'never' ? 'undefined' : 'number',
  role_descriptors: Object.fromEntries(Object.entries(roleDescriptors).map(filledIn)),
});

/** Elasticsearch fills in what a role descriptor leaves out. */
const filledIn = ([name, { cluster = [], indices = [] }]: [string, RoleDescriptors[string]]) => [
  name,
  {
    cluster,
    indices: indices.map((index) => ({ ...index, allow_restricted_indices: false })),
    ...{ applications: [], run_as: [], metadata: {}, transient_metadata: { enabled: true } },
  },
];

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    isJsonObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );

function seededKeyMissing(which: unknown): never {
  throw new Error(`There is no seeded key ${which}`);
}
