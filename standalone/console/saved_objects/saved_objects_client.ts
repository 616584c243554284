import { randomUUID } from 'node:crypto';
import { conflict } from '@hapi/boom';
import type { SavedObject, SavedObjectsClient } from '../../../server/index.ts';
import type { AttributeCipher, Attributes } from '../encrypted_saved_objects/attribute_cipher.ts';
import type { Version } from '../own_index/own_index.ts';
import {
  documentId,
  missing,
  objectIn,
  readDocument,
  type SavedObjectDocument,
  type SavedObjectsStore,
} from './saved_object_document.ts';
import { isCommon } from './saved_object_types.ts';
import { decodeVersion, encodeVersion } from './version.ts';

export interface SavedObjectsParts extends SavedObjectsStore {
  readonly cipher: AttributeCipher;
  /** ms since epoch */
  readonly now: () => number;
}

const SEARCHABLE = { searchable: true };

/** Kibana's number of objects a page. */
const PER_PAGE = 20;

/**
 * Kibana's saved objects in the console's own index; of hidden types, those that are named.
 * Encrypted attributes go in and never come out.
 */
export function createSavedObjectsClient(
  parts: SavedObjectsParts,
  hiddenTypes: readonly string[],
): SavedObjectsClient {
  const { index, types, cipher, now } = parts;

  const shown = <A>(document: SavedObjectDocument, version: Version): SavedObject<A> => {
    const { type, id, attributes } = objectIn(document);
    // Whoever asks names the type of what they have stored themselves.
    const clear = cipher.strip(type, attributes) as A;
    return { id, type, attributes: clear, version: encodeVersion(version) };
  };

  return {
    async create(type, attributes, { id = randomUUID(), overwrite = false } = {}) {
      types.check(type, hiddenTypes);
      const sealed = await cipher.seal({ type, id, attributes: {} }, attributes as Attributes);
      const document = { type, id, created_at: now(), updated_at: now(), [type]: sealed };
      const condition = overwrite ? 'any' : 'absent';
      const version = await index.put(documentId(type, id), document, condition, SEARCHABLE);
      if (version === undefined) throw conflicting(type, id);
      return shown(document, version);
    },

    async get(type, id) {
      const { document, version } = await readDocument(parts, hiddenTypes, type, id);
      return shown(document, version);
    },

    async update(type, id, changes, { version } = {}) {
      const expected = version === undefined ? undefined : decodeVersion(version);
      for (;;) {
        const { document, version: present } = await readDocument(parts, hiddenTypes, type, id);
        const attributes = await cipher.seal(objectIn(document), changes as Attributes);
        const changed = { ...document, updated_at: now(), [type]: attributes };
        const condition = expected ?? present;
        const written = await index.put(documentId(type, id), changed, condition, SEARCHABLE);
        if (written !== undefined) return shown(changed, written);
        if (expected !== undefined) throw conflicting(type, id);
      }
    },

    async delete(type, id) {
      types.check(type, hiddenTypes);
      if (!(await index.remove(documentId(type, id), 'any', SEARCHABLE))) throw missing(type, id);
    },

    async find({ type, page = 1, perPage = PER_PAGE, sortField, sortOrder: order = 'asc' }) {
      types.check(type, hiddenTypes);
      const field = sortField && (isCommon(sortField) ? sortField : `${type}.${sortField}`);
      const { total, found } = await index.search<SavedObjectDocument>({
        query: { term: { type } },
        from: (page - 1) * perPage,
        size: perPage,
        sort: [...(field ? [{ [field]: { order } }] : []), { id: { order } }],
      });
      return {
        total,
        saved_objects: found.map(({ document, version }) => shown(document, version)),
      };
    },
  };
}

const conflicting = (type: string, id: string) => conflict(`Saved object [${type}/${id}] conflict`);
