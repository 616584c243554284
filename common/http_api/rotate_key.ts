import type * as t from 'io-ts';
import { Duration, DurationOrZero } from '../duration.ts';
import { exact } from '../exact.ts';
import { KeyName } from './create_key.ts';
import type { RotatedKey } from './responses/rotated_key.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

export type { RotatedKey };

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

/** A new key with the privileges and metadata of one of the user's own, which soon ends. */
export const rotateKeyRoute: Route<{ id: string }, object, RotateKeyBody, RotatedKey> = {
  method: 'post',
  path: `${API_PREFIX}/keys/{id}/_rotate`,
  params: IdParams,
  query: Nothing,
  body: emptyAsObject(RotateKeyBody),
  response: responseOf<RotatedKey>(),
};
