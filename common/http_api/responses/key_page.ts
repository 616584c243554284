import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { ApiKeyBody } from './api_key.ts';
import { Count, described, Time } from './fields.ts';

export const OwnerCounts = described(
  'the 100 most frequent owners',
  t.readonlyArray(exact({ username: t.string, count: Count }, {})),
);

/** How many keys match the search and every filter but the counted one. */
export const KeyCounts = exact(
  {
    kinds: exact({ personal: Count, managed: Count, cross_cluster: Count }, {}),
    statuses: described(
      'active: every key that is not expired; expiring_soon: the part of it that soon will be',
      exact({ active: Count, expiring_soon: Count, expired: Count }, {}),
    ),
    owners: OwnerCounts,
    expires: described(
      'the 13 weeks from now; to is exclusive',
      t.readonlyArray(exact({ from: Time, to: Time, count: Count }, {})),
    ),
    never_expires: described('counted like expires', Count),
  },
  {},
);
export type KeyCounts = Readonly<t.TypeOf<typeof KeyCounts>>;

export const KeyPage = exact(
  {
    keys: t.readonlyArray(ApiKeyBody),
    total: Count,
    next_cursor: described(
      'where the next page begins; null on the last one',
      t.union([t.string, t.null]),
    ),
    counts: KeyCounts,
  },
  {},
);
export type KeyPage = Readonly<t.TypeOf<typeof KeyPage>>;
