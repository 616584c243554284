import type * as t from 'io-ts';
import { exact } from '../exact.ts';
import { Metadata } from '../metadata.ts';
import { RoleDescriptors } from '../role_descriptors.ts';
import type { UpdatedKey } from './responses/updated_key.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

/** All that can be changed of a key. A given field replaces the old value; `{}` is a value. */
export const UpdateKeyBody = exact({}, { role_descriptors: RoleDescriptors, metadata: Metadata });
export type UpdateKeyBody = t.TypeOf<typeof UpdateKeyBody>;

/** Updates one of the current user's own keys, and takes their present privileges as its limits. */
export const updateKeyRoute: Route<{ id: string }, object, UpdateKeyBody, UpdatedKey> = {
  method: 'put',
  path: `${API_PREFIX}/keys/{id}`,
  params: IdParams,
  query: Nothing,
  body: emptyAsObject(UpdateKeyBody),
  response: responseOf<UpdatedKey>(),
};
