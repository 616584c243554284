import * as t from 'io-ts';
import { Duration } from '../duration.ts';
import { exact, refined } from '../exact.ts';
import { Metadata } from '../metadata.ts';
import { RoleDescriptors } from '../role_descriptors.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

/**
 * The name rules of Elasticsearch's create API key request, one condition each. It trims as Java's
 * `String.trim` does: a no-break space, for one, may stand at either end.
 */
export const KeyName = [
  { expected: 'at most 256 characters', holds: (name: string) => name.length <= 256 },
  {
    expected: 'no space at the beginning or end',
    holds: (name: string) => !/^[\0- ]|[\0- ]$/.test(name),
  },
  {
    expected: 'a name that does not begin with an underscore',
    holds: (name: string) => !name.startsWith('_'),
  },
  { expected: 'a name', holds: (name: string) => name !== '' },
].reduce<t.Type<string, unknown>>(
  (codec, rule) => refined(codec, rule.expected, rule.holds),
  t.string,
);

export const CreateKeyBody = exact(
  { name: KeyName },
  { role_descriptors: RoleDescriptors, expiration: Duration, metadata: Metadata },
);
export type CreateKeyBody = t.TypeOf<typeof CreateKeyBody>;

/** The only answer that carries the secret: `encoded` is the base64 of `id:api_key`. */
export interface CreatedKey {
  readonly id: string;
  readonly name: string;
  /** ms since epoch */
  readonly expiration?: number;
  readonly api_key: string;
  readonly encoded: string;
}

/** Creates a key that belongs to the current user. */
export const createKeyRoute: Route<object, object, CreateKeyBody, CreatedKey> = {
  method: 'post',
  path: `${API_PREFIX}/keys`,
  params: Nothing,
  query: Nothing,
  body: CreateKeyBody,
  response: responseOf<CreatedKey>(),
};
