import type { History } from 'history';
import type { AppHistory } from '../../../public/index.ts';
import { isWithin } from './base_path.ts';

/**
 * `parent` as an app below `base` sees it: every path is relative to `base`, whose own pathname is
 * the empty string, as in Kibana's ScopedHistory. Listeners hear nothing outside of `base`.
 */
export function scopeHistory(parent: History, base: string): AppHistory {
  const absolute = (path: string) => (path === '' ? base : `${base}/${path}`).replace(/\/+/g, '/');
  // Only the pathname: a search may well hold `//`.
  const absolutePath = (path: string) => {
    const end = path.search(/[?#]/);
    return end < 0 ? absolute(path) : absolute(path.slice(0, end)) + path.slice(end);
  };
  return {
    get location() {
      const { pathname, search, hash } = parent.location;
      return { pathname: pathname.slice(base.length), search, hash };
    },
    push: (path) => parent.push(absolutePath(path)),
    replace: (path) => parent.replace(absolutePath(path)),
    createHref: ({ pathname, search = '' }) =>
      parent.createHref({ pathname: absolute(pathname), search }),
    listen: (listener) =>
      parent.listen(({ pathname }) => {
        if (isWithin(base, pathname)) listener();
      }),
    block: (prompt) => parent.block(prompt),
  };
}
