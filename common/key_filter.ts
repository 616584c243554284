import * as t from 'io-ts';
import { KINDS, STATUSES } from './api_key.ts';
import { boundedArray, matching, text, wholeNumber } from './bounded.ts';
import { exact, oneOf, record, refined } from './exact.ts';
import { FiniteNumber } from './json.ts';

/** As long as a name can be: Elasticsearch gives up on patterns that are not much longer. */
export const MAX_SEARCH_LENGTH = 256;

/** More than anybody asks for; Elasticsearch gives up on some thousands. */
const MAX_METADATA_FILTERS = 100;

const Timestamp = wholeNumber(
  Number.MIN_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER,
  'a whole number of milliseconds since the epoch',
);
/** Elasticsearch takes `*` in a field's name for any text, and then refuses to search by it. */
const MetadataName = matching(/^[^*]{0,1024}$/, 'a name of at most 1024 characters without *');
/** As long as a value that Elasticsearch can index. */
const MetadataValue = t.union([text(0, 32_766), FiniteNumber, t.boolean]);
const bounds = { from: Timestamp, to: Timestamp };
const Range = exact({}, bounds);
const True = refined(t.boolean, 'true', (value) => value, { const: true });

const fields = {
  /**
   * Words, and phrases in double quotes, each of which must be part of the name or the owner in any
   * case, or the whole id.
   */
  search: text(0, MAX_SEARCH_LENGTH),
  kinds: boundedArray(oneOf(KINDS), 0, KINDS.length),
  statuses: boundedArray(oneOf(STATUSES), 0, STATUSES.length),
  owners: boundedArray(text(0, 1024), 0, 1000),
  /** Equal values of top-level or dotted keys: `{"team": "books"}`. */
  metadata: refined(
    record(MetadataName, MetadataValue),
    `at most ${MAX_METADATA_FILTERS} names with a value`,
    (metadata) => Object.keys(metadata).length <= MAX_METADATA_FILTERS,
    { maxProperties: MAX_METADATA_FILTERS },
  ),
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

export const PageSize = wholeNumber(1, 1000);
/** A `next_cursor`: opaque. */
export const Cursor = text(0, 262_144);

/** The filter with a sort, a page size and a place to go on from. */
export const KeyQuery = exact({}, { ...fields, sort: KeySort, size: PageSize, cursor: Cursor });
export type KeyQuery = t.TypeOf<typeof KeyQuery>;
