import type { KeyFilter, KeyQuery } from '../../common/key_filter.ts';
import { both, withoutParts, withParts } from '../search/narrow.ts';
import { parseSearch } from '../search/parse_search.ts';
import type { PageState } from './page_url.ts';

type Filters = Pick<PageState, 'search' | 'kinds' | 'statuses' | 'owners' | 'created' | 'expires'>;

const NO_TIME = { from: 1, to: 0 };

/**
 * Which keys a view shows: those that the typed terms and the chosen filters both allow. Where these
 * contradict each other, a filter that no key matches.
 */
export function keyFilter(filters: Filters): KeyFilter {
  const { text, metadata } = parseSearch(filters.search);
  const { kinds = [], statuses = [], owners = [] } = allowed(filters);
  const created = contradictsItself(filters) ? NO_TIME : filters.created;
  return {
    ...(text !== '' && { search: text }),
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(statuses.length > 0 && { statuses: [...statuses] }),
    ...(owners.length > 0 && { owners: [...owners] }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(created !== undefined && { created }),
    ...(filters.expires !== undefined && { expires: filters.expires }),
  };
}

/** What to ask the server for, to show a view. */
export function keyQuery(state: Omit<PageState, 'open'>): KeyQuery {
  const cursor = state.trail.at(-1);
  return {
    ...keyFilter(state),
    sort: state.sort,
    size: state.size,
    ...(cursor !== undefined && { cursor }),
  };
}

/** Whether typed terms and chosen filters leave nothing that a key could match. */
export const contradictsItself = (filters: Filters): boolean =>
  Object.values(allowed(filters)).some((values) => values?.length === 0);

/** Of each what the typed and the chosen both allow; `undefined` allows all. */
function allowed({ search, kinds, statuses, owners }: Filters) {
  const typed = parseSearch(search);
  const wanted = both(orAll(withParts(statuses)), typed.statuses);
  return {
    kinds: both(orAll(kinds), typed.kinds),
    statuses: wanted && withoutParts(wanted),
    owners: both(orAll(owners), typed.owners),
  };
}

/** Where nothing is chosen, all is. */
const orAll = <T>(chosen: readonly T[]) => (chosen.length === 0 ? undefined : chosen);
