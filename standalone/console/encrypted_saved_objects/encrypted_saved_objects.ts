import type { EncryptedSavedObjectsStart } from '../../../server/index.ts';
import {
  objectIn,
  readDocument,
  type SavedObjectsStore,
} from '../saved_objects/saved_object_document.ts';
import { encodeVersion } from '../saved_objects/version.ts';
import type { AttributeCipher } from './attribute_cipher.ts';

/** Reads saved objects with their secrets, which reject with EncryptionError where they cannot be. */
export const createEncryptedSavedObjects = (
  store: SavedObjectsStore,
  cipher: AttributeCipher,
): EncryptedSavedObjectsStart => ({
  getClient: ({ includedHiddenTypes = [] } = {}) => ({
    async getDecryptedAsInternalUser<A>(type: string, id: string) {
      const { document, version } = await readDocument(store, includedHiddenTypes, type, id);
      const attributes = await cipher.open(objectIn(document));
      return { id, type, attributes: attributes as A, version: encodeVersion(version) };
    },
  }),
});
