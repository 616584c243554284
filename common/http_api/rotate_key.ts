import type * as t from 'io-ts';
import { Duration, DurationOrZero } from '../duration.ts';
import { exact } from '../exact.ts';
import { type CreatedKey, KeyName } from './create_key.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

export const RotateKeyBody = exact(
  {},
  {
    /** How long the old key still works: `1d` where not given; `0s` ends it at once. */
    grace_period: DurationOrZero,
    /** Of the new key; without it, the lifetime that the old one was created with. */
    expiration: Duration,
    /** Of the new key; without it, that of the old one. */
    name: KeyName,
  },
);
export type RotateKeyBody = t.TypeOf<typeof RotateKeyBody>;

export interface RotatedKey {
  readonly created: CreatedKey;
  /** The old key with the time, in ms since epoch, from which it is of no use. */
  readonly previous: { readonly id: string; readonly expiration: number };
}

/** A new key with the privileges and metadata of one of the user's own, which soon ends. */
export const rotateKeyRoute: Route<{ id: string }, object, RotateKeyBody, RotatedKey> = {
  method: 'post',
  path: `${API_PREFIX}/keys/{id}/_rotate`,
  params: IdParams,
  query: Nothing,
  body: emptyAsObject(RotateKeyBody),
  response: responseOf<RotatedKey>(),
};
