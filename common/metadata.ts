import { JsonObject, refined } from './exact.ts';

/** A key's metadata. Elasticsearch keeps top-level names that begin with `_` for itself. */
export const Metadata = refined(
  JsonObject,
  'an object whose top-level keys do not begin with an underscore',
  (metadata) => !Object.keys(metadata).some((key) => key.startsWith('_')),
);
