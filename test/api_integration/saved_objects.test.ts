import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SavedObjectsClient } from '../../server/index.ts';
import { type TestBackground, testBackground } from '../helpers/background.ts';
import { askElasticsearch, basic, prepare, sharedElasticsearch } from '../helpers/elasticsearch.ts';

interface Note {
  readonly owner: string;
  readonly rank: number;
  readonly text?: string;
  readonly secret?: string;
}

let index: string;
let background: TestBackground;
let savedObjects: SavedObjectsClient;

/** A console that knows the type of the notes. */
function aConsole(encryptionKey = 'x'.repeat(32)): TestBackground {
  const started = testBackground({ index, encryptionKey });
  started.setup.savedObjects.registerType({
    name: 'note',
    hidden: true,
    namespaceType: 'agnostic',
    mappings: { dynamic: false, properties: { rank: { type: 'integer' } } },
    modelVersions: { 1: { changes: [] } },
  });
  started.setup.plugins.encryptedSavedObjects.registerType({
    type: 'note',
    attributesToEncrypt: new Set(['secret']),
    attributesToIncludeInAAD: new Set(['owner']),
  });
  return started;
}

beforeEach(() => {
  index = `.own-index-${randomUUID()}`;
  background = aConsole();
  savedObjects = background.started.savedObjects.getUnsafeInternalClient({
    includedHiddenTypes: ['note'],
  });
});
afterEach(async () => {
  await background.elasticsearch.close();
  await prepare('DELETE', `/${index}?ignore_unavailable=true`);
});

const note = (given: Partial<Note> = {}): Note => ({ owner: 'ann', rank: 1, ...given });
const create = (id: string, given: Partial<Note> = {}) =>
  savedObjects.create<Note>('note', note(given), { id });

const refusedWith = (statusCode: number) =>
  expect.objectContaining({ output: expect.objectContaining({ statusCode }) });

describe('a saved object', () => {
  it('is found as it was created, under its own or a new id', async () => {
    await create('a', { text: 'first' });
    const { id } = await savedObjects.create<Note>('note', note({ text: 'second' }));
    for (const [name, text] of [
      ['a', 'first'],
      [id, 'second'],
    ] as const) {
      const found = await savedObjects.get<Note>('note', name);
      expect(found).toEqual({
        type: 'note',
        id: name,
        attributes: { owner: 'ann', rank: 1, text },
        version: expect.any(String),
      });
    }
  });

  it('is created once, unless it may be overwritten', async () => {
    const outcomes = await Promise.allSettled([create('a'), create('a'), create('a')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    await expect(create('a')).rejects.toEqual(refusedWith(409));
    await savedObjects.create<Note>('note', note({ rank: 2 }), { id: 'a', overwrite: true });
    expect((await savedObjects.get<Note>('note', 'a')).attributes.rank).toBe(2);
  });

  it('keeps what a change does not name, also when it is changed by several at once', async () => {
    await create('a');
    const changes = Array.from({ length: 5 }, (_, number) => ({ [`field-${number}`]: number }));
    await Promise.all(changes.map((change) => savedObjects.update('note', 'a', change)));
    const { attributes } = await savedObjects.get('note', 'a');
    expect(attributes).toEqual(Object.assign({}, note(), ...changes));
  });

  it('is not changed where someone else was faster', async () => {
    const { version = '' } = await create('a');
    await savedObjects.update<Note>('note', 'a', { rank: 2 }, { version });
    await expect(savedObjects.update<Note>('note', 'a', { rank: 3 }, { version })).rejects.toEqual(
      refusedWith(409),
    );
    expect((await savedObjects.get<Note>('note', 'a')).attributes.rank).toBe(2);
  });

  it('is gone once it was deleted', async () => {
    await create('a');
    await savedObjects.delete('note', 'a');
    expect((await savedObjects.find({ type: 'note' })).total).toBe(0);
    await expect(savedObjects.get('note', 'a')).rejects.toEqual(refusedWith(404));
    await expect(savedObjects.update('note', 'a', {})).rejects.toEqual(refusedWith(404));
    await expect(savedObjects.delete('note', 'a')).rejects.toEqual(refusedWith(404));
  });

  it('is found at once, page by page in the order asked for', async () => {
    await Promise.all([3, 1, 5, 2, 4].map((rank) => create(`note-${rank}`, { rank })));
    const ranks = async (page: number, sortOrder: 'asc' | 'desc') => {
      const found = await savedObjects.find<Note>({
        type: 'note',
        sortField: 'rank',
        sortOrder,
        perPage: 2,
        page,
      });
      expect(found.total).toBe(5);
      return found.saved_objects.map(({ attributes }) => attributes.rank);
    };
    expect(await ranks(1, 'asc')).toEqual([1, 2]);
    expect(await ranks(3, 'asc')).toEqual([5]);
    expect(await ranks(4, 'asc')).toEqual([]);
    expect(await ranks(1, 'desc')).toEqual([5, 4]);
  });

  it.each(['note', 'unknown'])(
    'of a type that is hidden or unknown is refused: %s',
    async (type) => {
      const others = background.started.savedObjects.getUnsafeInternalClient({
        includedHiddenTypes: [],
      });
      await expect(others.find({ type })).rejects.toEqual(refusedWith(400));
      await expect(others.create(type, {})).rejects.toEqual(refusedWith(400));
    },
  );
});

describe('a secret', () => {
  const SECRET = `canary-${randomUUID()}`;
  const decrypted = ({ started }: TestBackground, includedHiddenTypes = ['note']) =>
    started.plugins.encryptedSavedObjects
      .getClient({ includedHiddenTypes })
      .getDecryptedAsInternalUser<Note>('note', 'a');

  it('is read by whoever asks for it by name, and by nobody else', async () => {
    const created = await create('a', { secret: SECRET });
    const updated = await savedObjects.update<Note>('note', 'a', { secret: SECRET, rank: 2 });
    const seen = [
      created,
      updated,
      await savedObjects.get('note', 'a'),
      await savedObjects.find({ type: 'note' }),
      await askElasticsearch(
        basic('elastic', sharedElasticsearch().password),
        'GET',
        `/${index}/_search`,
      ),
    ];
    expect(JSON.stringify(seen)).toContain('note');
    expect(JSON.stringify(seen)).not.toContain(SECRET);
    expect((await decrypted(background)).attributes).toEqual(note({ secret: SECRET, rank: 2 }));
  });

  it('is for no other console key, and for no other owner', async () => {
    await create('a', { secret: SECRET });
    const other = aConsole('y'.repeat(32));
    await expect(decrypted(other)).rejects.toThrow('xpack.encryptedSavedObjects.encryptionKey');
    await other.elasticsearch.close();
    const doc = { note: { owner: 'bob' } };
    await prepare('POST', `/${index}/_update/note:a?refresh=true`, { doc });
    await expect(decrypted(background)).rejects.toThrow('cannot be decrypted');
  });

  it('of a hidden type is refused', async () => {
    await expect(decrypted(background, [])).rejects.toEqual(refusedWith(400));
  });
});
