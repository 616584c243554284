import { randomUUID } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OwnIndex } from '../../standalone/console/own_index/own_index.ts';
import {
  askElasticsearch,
  basic,
  createUser,
  prepare,
  sharedElasticsearch,
} from '../helpers/elasticsearch.ts';

const clients: Client[] = [];
let name: string;

beforeEach(() => {
  name = `.own-index-${randomUUID()}`;
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await prepare('DELETE', `/${name}?ignore_unavailable=true`);
});

/** The index as this user sees it. */
function indexAs(authorization: string, properties = {}): OwnIndex {
  const client = new Client({ node: sharedElasticsearch().url, headers: { authorization } });
  clients.push(client);
  return new OwnIndex(client, { name, properties: () => properties });
}
const superuser = () => basic('elastic', sharedElasticsearch().password);
const own = (properties = {}) => indexAs(superuser(), properties);
const ask = async (path: string) => (await askElasticsearch(superuser(), 'GET', path)).body;
const LATER = { searchable: false };

describe("the console's own index", () => {
  it('is made by whichever console needs it first', async () => {
    const consoles = [own(), own(), own(), own()];
    await Promise.all(consoles.map((index, n) => index.put(`${n}`, { n }, 'absent', LATER)));
    expect(await consoles[0]?.get('3')).toMatchObject({ document: { n: 3 } });
    expect(await ask(`/${name}`)).toMatchObject({
      [name]: {
        mappings: { dynamic: 'false', _meta: { version: 1 } },
        settings: { index: { hidden: 'true', number_of_shards: '1', auto_expand_replicas: '0-1' } },
      },
    });
  });

  it('learns what a newer plugin searches for', async () => {
    await own({ a: { type: 'keyword' } }).open();
    await own({ b: { type: 'date' } }).open();
    expect(await ask(`/${name}/_mapping`)).toMatchObject({
      [name]: { mappings: { properties: { a: { type: 'keyword' }, b: { type: 'date' } } } },
    });
  });

  it('is made anew after it was deleted', async () => {
    const index = own();
    await index.put('a', {}, 'any', LATER);
    await prepare('DELETE', `/${name}`);
    await expect(index.search({})).rejects.toThrow('index_not_found_exception');
    await expect(index.search({})).resolves.toEqual({ total: 0, found: [] });
    expect(await ask(`/${name}/_mapping`)).toMatchObject({
      [name]: { mappings: { dynamic: 'false' } },
    });
  });

  it('is left alone where a newer console wrote it', async () => {
    await prepare('PUT', `/${name}`, { mappings: { _meta: { version: 2 } } });
    await expect(own().open()).rejects.toThrow(`The index ${name} was written by a newer console.`);
  });

  it('needs a user with the privileges for it, and names those that are missing', async () => {
    const { authorization, username } = await createUser({
      cluster: [],
      indices: [{ names: [name], privileges: ['read', 'write'] }],
    });
    await expect(indexAs(authorization).open()).rejects.toMatchObject({
      message: `The console's own user ${username} lacks the cluster privilege manage_api_key, the privilege manage on ${name}.`,
      output: { statusCode: 503 },
    });
  });

  it('does not take a wrong password of its own for one of whoever asks', async () => {
    const refused = indexAs(basic('elastic', 'wrong')).get('a');
    await expect(refused).rejects.toMatchObject({ output: { statusCode: 503 } });
    await expect(refused).rejects.toThrow("Elasticsearch refuses the console's own user: unable");
  });

  it('works as soon as it can, also when it could not at first', async () => {
    const user = await createUser({ cluster: [] });
    const index = indexAs(user.authorization);
    await expect(index.open()).rejects.toThrow('lacks');
    await prepare('PUT', `/_security/role/${user.username}`, {
      cluster: ['manage_api_key'],
      indices: [{ names: [name], privileges: ['manage', 'read', 'write'] }],
    });
    await index.open();
  });
});

describe('a document', () => {
  it('is written where the condition holds', async () => {
    const index = own();
    const first = await index.put('a', { n: 1 }, 'absent', LATER);
    expect(first).toBeDefined();
    expect(await index.put('a', { n: 2 }, 'absent', LATER)).toBeUndefined();
    const second = await index.put('a', { n: 2 }, first ?? 'any', LATER);
    expect(second).toBeDefined();
    expect(await index.put('a', { n: 3 }, first ?? 'any', LATER)).toBeUndefined();
    expect(await index.get('a')).toEqual({ id: 'a', document: { n: 2 }, version: second });
    expect(await index.remove('a', first ?? 'any', LATER)).toBe(false);
    expect(await index.remove('a', second ?? 'any', LATER)).toBe(true);
    expect(await index.remove('a', 'any', LATER)).toBe(false);
    expect(await index.remove('a', second ?? 'any', LATER)).toBe(false);
    expect(await index.get('a')).toBeUndefined();
  });
});
