import { describe, expect, it } from '@jest/globals';
import { clientWith, refusal } from '../../test/helpers/call_route.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { exportKeys } from './export_keys.ts';

const NOW = 1_000;
const keysOf = (length: number): StoredKey[] =>
  Array.from({ length }, (_, index) => ({
    id: `k${index}`,
    name: index % 2 === 0 ? 'even' : 'odd',
    username: 'ann',
    creation: Math.floor(index / 10),
  }));
const exported = (
  client: ElasticsearchClient,
  search = '',
  signal = new AbortController().signal,
) => exportKeys(client, { search }, NOW, signal);
const textOf = async (client: ElasticsearchClient, search?: string) =>
  (await (await exported(client, search)).setEncoding('utf8').toArray()).join('');

describe('an export', () => {
  it.each([0, 1, 999, 1000, 1001, 2500])('holds each of %i keys once', async (number) => {
    const lines = (await textOf(keyStore(keysOf(number)).client)).split('\r\n');
    expect(lines.at(0)).toMatch(/^id,name,/);
    expect(lines.at(-1)).toBe('');
    const ids = lines.slice(1, -1).map((line) => line.split(',')[0]);
    expect(ids.toSorted()).toEqual(
      keysOf(number)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('holds only what matches, with its status by now', async () => {
    const keys = [{ ...keysOf(1)[0], expiration: NOW } as StoredKey, ...keysOf(3).slice(1)];
    const lines = (await textOf(keyStore(keys).client, 'even')).split('\r\n').slice(1, -1);
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual(
      [
        ['k2', 'even', 'personal', 'active'],
        ['k0', 'even', 'personal', 'expired'],
      ].toSorted(),
    );
  });

  it('reads no further than it is read itself', async () => {
    const { client, requests } = keyStore(keysOf(5000));
    const stream = await exported(client);
    expect(requests).toHaveLength(1);
    await stream.toArray();
    expect(requests).toHaveLength(5);
  });

  it('is refused where Elasticsearch refuses the first page', async () => {
    const forbidden = refusal(403, 'security_exception', 'not yours to see');
    const client = clientWith({ queryApiKeys: () => Promise.reject(forbidden) });
    await expect(exported(client)).rejects.toBe(forbidden);
  });

  it('breaks off where Elasticsearch refuses a later one', async () => {
    const { client, requests } = keyStore(keysOf(5000));
    const away = refusal(503, 'unavailable_shards_exception', 'recovering');
    const queryApiKeys = async (search: object) => {
      if (requests.length === 2) throw away;
      return client.security.queryApiKeys(search);
    };
    const stream = await exported(clientWith({ queryApiKeys }));
    await expect(stream.toArray()).rejects.toBe(away);
  });

  it('asks for no more pages once nobody reads it', async () => {
    const { client, requests } = keyStore(keysOf(5000));
    const stream = await exported(client);
    stream.destroy();
    await expect(stream.toArray()).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });
});
