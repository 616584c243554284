import { useMemo } from 'react';
import { useAppServices } from '../app_services.ts';
import { useLocationSearch } from '../use_location_search.ts';
import { type PageState, parsePageUrl, serialisePageUrl } from './page_url.ts';

export interface PageUrl {
  readonly state: PageState;
  /** Goes to a view as a step of its own in the browser's history. */
  push(state: PageState): void;
  /** Goes to a view in the place of the present one. */
  replace(state: PageState): void;
  /** For links. */
  href(state: PageState): string;
}

/** The view that the page's address names. */
export function usePageUrl(): PageUrl {
  const { history } = useAppServices();
  const search = useLocationSearch();
  return useMemo(
    () => ({
      state: parsePageUrl(search),
      push: (state) => history.push(serialisePageUrl(state)),
      replace: (state) => history.replace(serialisePageUrl(state)),
      href: (state) => history.hrefOf(serialisePageUrl(state)),
    }),
    [history, search],
  );
}
