import { notFound } from '@hapi/boom';
import type { Attributes, SealedObject } from '../encrypted_saved_objects/attribute_cipher.ts';
import type { OwnIndex, Version } from '../own_index/own_index.ts';
import type { SavedObjectTypes } from './saved_object_types.ts';

/** A saved object as it is stored: its attributes are under the name of its type, as in Kibana. */
export interface SavedObjectDocument {
  readonly type: string;
  readonly id: string;
  /** ms since epoch, as is the next */
  readonly created_at: number;
  readonly updated_at: number;
  readonly [type: string]: unknown;
}

export const documentId = (type: string, id: string): string => `${type}:${id}`;

/** The object in a document, its secrets still encrypted. */
export const objectIn = ({ type, id, ...document }: SavedObjectDocument): SealedObject => ({
  type,
  id,
  attributes: document[type] as Attributes,
});

export interface SavedObjectsStore {
  readonly index: OwnIndex;
  readonly types: SavedObjectTypes;
}

/** @throws Boom 404 where there is none, 400 for a type that is unknown or hidden */
export async function readDocument(
  { index, types }: SavedObjectsStore,
  hiddenTypes: readonly string[],
  type: string,
  id: string,
): Promise<{ readonly document: SavedObjectDocument; readonly version: Version }> {
  types.check(type, hiddenTypes);
  const found = await index.get<SavedObjectDocument>(documentId(type, id));
  if (found === undefined) throw missing(type, id);
  return found;
}

export const missing = (type: string, id: string) =>
  notFound(`Saved object [${type}/${id}] not found`);
