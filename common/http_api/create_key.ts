import * as t from 'io-ts';
import { matching } from '../bounded.ts';
import { Duration } from '../duration.ts';
import { exact } from '../exact.ts';
import { Metadata } from '../metadata.ts';
import { RoleDescriptors } from '../role_descriptors.ts';
import type { CreatedKey } from './responses/created_key.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

export type { CreatedKey };

/**
 * The name rules of Elasticsearch's create API key request, one condition each. It trims as Java's
 * `String.trim` does: a no-break space, for one, may stand at either end.
 */
export const KeyName = [
  { expected: 'at most 256 characters', pattern: /^[\s\S]{0,256}$/ },
  { expected: 'no space at the beginning or end', pattern: /^(?![\0- ])[\s\S]*(?<![\0- ])$/ },
  { expected: 'a name that does not begin with an underscore', pattern: /^(?!_)/ },
  { expected: 'a name', pattern: /[\s\S]/ },
].reduce<t.Type<string, unknown>>(
  (of, { pattern, expected }) => matching(pattern, expected, { of }),
  t.string,
);

export const CreateKeyBody = exact(
  { name: KeyName },
  { role_descriptors: RoleDescriptors, expiration: Duration, metadata: Metadata },
);
export type CreateKeyBody = t.TypeOf<typeof CreateKeyBody>;

/** Creates a key that belongs to the current user. */
export const createKeyRoute: Route<object, object, CreateKeyBody, CreatedKey> = {
  method: 'post',
  path: `${API_PREFIX}/keys`,
  params: Nothing,
  query: Nothing,
  body: CreateKeyBody,
  response: responseOf<CreatedKey>(),
};
