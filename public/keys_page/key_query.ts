import type { KeyQuery } from '../../common/key_filter.ts';
import type { PageState } from './page_url.ts';

/** What to ask the server for, to show a view. */
export function keyQuery({ search, sort, size, trail }: PageState): KeyQuery {
  const cursor = trail.at(-1);
  return {
    ...(search !== '' && { search }),
    sort,
    size,
    ...(cursor !== undefined && { cursor }),
  };
}
