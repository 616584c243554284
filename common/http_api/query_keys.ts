import type { ApiKey, Kind, Status } from '../api_key.ts';
import { KeyQuery } from '../key_filter.ts';
import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

/** How many keys match the search and every filter but the counted one. */
export interface KeyCounts {
  readonly kinds: Readonly<Record<Kind, number>>;
  /** `active` is every key that is not expired; `expiring_soon` the part of it that soon will be. */
  readonly statuses: Readonly<Record<Status, number>>;
  /** The 100 most frequent. */
  readonly owners: readonly { readonly username: string; readonly count: number }[];
  /** 13 weeks from now; `from` and `to` in ms since epoch. */
  readonly expires: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
  }[];
  /** Counted like `expires`. */
  readonly never_expires: number;
}

export interface KeyPage {
  readonly keys: readonly ApiKey[];
  readonly total: number;
  /** Where the next page begins; `null` on the last one. */
  readonly next_cursor: string | null;
  readonly counts: KeyCounts;
}

/** One page of the keys that the current user may see. Invalidated keys are never listed. */
export const queryKeysRoute: Route<object, object, KeyQuery, KeyPage> = {
  method: 'post',
  path: `${API_PREFIX}/_query`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(KeyQuery),
  response: responseOf<KeyPage>(),
};
