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
const Range = exact({}, { from: Timestamp, to: Timestamp });

const fields = {
  /** Part of a name or an owner in any case, or a whole id. */
  search: refined(
    t.string,
    `a string of at most ${MAX_SEARCH_LENGTH} characters`,
    (text) => text.length <= MAX_SEARCH_LENGTH,
  ),
  kinds: boundedArray(oneOf(KINDS), 0, KINDS.length),
  statuses: boundedArray(oneOf(STATUSES), 0, STATUSES.length),
  owners: boundedArray(Text, 0, 1000),
  /** Equal values of top-level or dotted keys: `{"team": "books"}`. */
  metadata: record(t.string, t.union([t.string, t.number, t.boolean])),
  /** `from` inclusive, `to` exclusive. */
  created: Range,
  expires: Range,
};

/** Which keys: every given condition must hold. An empty list means no condition. */
export const KeyFilter = exact({}, fields);
export type KeyFilter = t.TypeOf<typeof KeyFilter>;

export const SORT_FIELDS = ['name', 'creation', 'expiration', 'username'] as const;
export const KeySort = exact({ field: oneOf(SORT_FIELDS), direction: oneOf(['asc', 'desc']) }, {});
export type KeySort = t.TypeOf<typeof KeySort>;
export const DEFAULT_SORT: KeySort = { field: 'creation', direction: 'desc' };
export const DEFAULT_PAGE_SIZE = 25;

/** The filter with a sort, a page size and a place to go on from. */
export const KeyQuery = exact(
  {},
  {
    ...fields,
    sort: KeySort,
    size: refined(
      t.number,
      'a whole number from 1 to 1000',
      (n) => Number.isInteger(n) && n >= 1 && n <= 1000,
    ),
    cursor: refined(
      t.string,
      'a cursor of at most 262144 characters',
      (text) => text.length <= 262_144,
    ),
  },
);
export type KeyQuery = t.TypeOf<typeof KeyQuery>;
