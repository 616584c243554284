import type { History } from 'history';
import type { AppHistory } from '../../../public/index.ts';
import { isWithin } from './base_path.ts';

/**
 * `parent` as an app below `base` sees it: every path is relative to `base`, whose own pathname is
 * the empty string, as in Kibana's ScopedHistory. Listeners hear nothing outside of `base`.
 */
export function scopeHistory(parent: History, base: string): AppHistory {
  const absolute = (path: string) => (path === '' ? base : `${base}/${path}`).replace(/\/+/g, '/');
  return {
    get location() {
      const { pathname, search } = parent.location;
      return { pathname: pathname.slice(base.length), search };
    },
    push: ({ pathname, search }) => parent.push({ pathname: absolute(pathname), search }),
    replace: ({ pathname, search }) => parent.replace({ pathname: absolute(pathname), search }),
    createHref: ({ pathname }) => parent.createHref({ pathname: absolute(pathname) }),
    listen: (listener) =>
      parent.listen(({ pathname }) => {
        if (isWithin(base, pathname)) listener();
      }),
    block: (prompt) => parent.block(prompt),
  };
}
