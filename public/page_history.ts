import type { AppHistory } from './kibana.ts';

/** Where a step in the browser's history leads. */
export interface Step {
  /** To another page of the host. */
  readonly isLeaving: boolean;
  /** By the browser's Back or Forward. */
  readonly isBackOrForward: boolean;
}

/** The page's part of the browser's history: one address, of which only the query changes. */
export interface PageHistory {
  /** The query of the address, with its `?`. */
  readonly search: string;
  push(search: string): void;
  replace(search: string): void;
  /** For links. */
  hrefOf(search: string): string;
  listen(listener: () => void): () => void;
  /** Asks `mayGo` before every step, and does not take it where that says `false`. */
  block(mayGo: (step: Step) => boolean): () => void;
}

/**
 * The page's history on that of the host. Kibana's throws once the user has left for another of its
 * pages; what this one has still to draw or to finish then changes nothing.
 */
export function pageHistory(history: AppHistory): PageHistory {
  const { pathname } = history.location;
  const home = history.createHref({ pathname });
  let { search } = history.location;
  const isHere = () => {
    try {
      return history.createHref({ pathname }) === home;
    } catch {
      return false;
    }
  };
  return {
    get search() {
      if (isHere()) search = history.location.search;
      return search;
    },
    push(to) {
      if (isHere()) history.push({ pathname, search: to });
    },
    replace(to) {
      if (isHere()) history.replace({ pathname, search: to });
    },
    hrefOf: (to) => home + to,
    listen: (listener) => (isHere() ? history.listen(listener) : nothing),
    block(mayGo) {
      if (!isHere()) return nothing;
      return history.block((location, action) => {
        const isLeaving = !isPathOf(home, location.pathname);
        return mayGo({ isLeaving, isBackOrForward: action === 'POP' }) ? undefined : false;
      });
    },
  };
}

const nothing = () => {};

/** A prompt hears of paths as the host has them: without its base path, with or without a last slash. */
function isPathOf(href: string, path: string): boolean {
  const [whole, part] = [href, path].map((each) => each.replace(/\/$/, ''));
  return whole === part || (part !== '' && whole?.endsWith(part ?? '') === true);
}
