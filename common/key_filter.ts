import * as t from 'io-ts';
import { KINDS, STATUSES } from './api_key.ts';
import { boundedArray, exact, oneOf, record, refined } from './exact.ts';

/** As long as a name can be: Elasticsearch gives up on patterns that are not much longer. */
export const MAX_SEARCH_LENGTH = 256;

const Text = refined(
  t.string,
  'a string of at most 1024 characters',
  (text) => text.length <= 1024,
);
const Timestamp = refined(
  t.number,
  'a whole number of milliseconds since the epoch',
  Number.isSafeInteger,
);
/** Elasticsearch takes `*` in a field's name for any text, and then refuses to search by it. */
const MetadataName = refined(t.string, 'a name without *', (name) => !name.includes('*'));
const bounds = { from: Timestamp, to: Timestamp };
const Range = exact({}, bounds);
const True = refined(t.boolean, 'true', (value) => value);

const fields = {
  /**
   * Words, and phrases in double quotes, each of which must be part of the name or the owner in any
   * case, or the whole id.
   */
  search: refined(
    t.string,
    `a string of at most ${MAX_SEARCH_LENGTH} characters`,
    (text) => text.length <= MAX_SEARCH_LENGTH,
  ),
  kinds: boundedArray(oneOf(KINDS), 0, KINDS.length),
  statuses: boundedArray(oneOf(STATUSES), 0, STATUSES.length),
  owners: boundedArray(Text, 0, 1000),
  /** Equal values of top-level or dotted keys: `{"team": "books"}`. */
  metadata: record(MetadataName, t.union([t.string, t.number, t.boolean])),
  /** `from` inclusive, `to` exclusive. */
  created: Range,
  /** `never`: the keys without an expiration; no key has that and a bound as well. */
  expires: exact({}, { ...bounds, never: True }),
};

/** Which keys: every given condition must hold. An empty list means no condition. */
export const KeyFilter = exact({}, fields);
export type KeyFilter = t.TypeOf<typeof KeyFilter>;

export const SORT_FIELDS = ['name', 'creation', 'expiration', 'username'] as const;
export const KeySort = exact({ field: oneOf(SORT_FIELDS), direction: oneOf(['asc', 'desc']) }, {});
export type KeySort = t.TypeOf<typeof KeySort>;
export const DEFAULT_SORT: KeySort = { field: 'creation', direction: 'desc' };
export const DEFAULT_PAGE_SIZE = 25;

export const PageSize = refined(
  t.number,
  'a whole number from 1 to 1000',
  (n) => Number.isInteger(n) && n >= 1 && n <= 1000,
);
/** A `next_cursor`: opaque. */
export const Cursor = refined(
  t.string,
  'a cursor of at most 262144 characters',
  (text) => text.length <= 262_144,
);

/** The filter with a sort, a page size and a place to go on from. */
export const KeyQuery = exact({}, { ...fields, sort: KeySort, size: PageSize, cursor: Cursor });
export type KeyQuery = t.TypeOf<typeof KeyQuery>;
