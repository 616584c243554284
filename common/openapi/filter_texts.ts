import type { KeyFilter } from '../key_filter.ts';

/** What the fields of a filter are for. */
export const FILTER_TEXTS: { readonly [Field in keyof KeyFilter]?: string } = {
  search:
    'Words, and phrases in double quotes, each of which must be part of the name or the owner in any case, or the whole id.',
  kinds: 'One of these; any where the list is empty.',
  statuses: 'active is every key that is not expired, expiring_soon a part of it.',
  owners: 'Usernames.',
  metadata: 'Equal values of top-level or dotted names.',
  created: 'from is inclusive, to exclusive.',
  expires: 'from is inclusive, to exclusive; never: the keys without an expiration.',
};
