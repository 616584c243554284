import * as t from 'io-ts';
import { record, refined } from './exact.ts';

/** A key's metadata. Elasticsearch keeps top-level names that begin with `_` for itself. */
export const Metadata = record(
  refined(
    t.string,
    'a top-level name that does not begin with an underscore',
    (name) => !name.startsWith('_'),
  ),
  t.unknown,
);
