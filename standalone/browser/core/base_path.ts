/** What the console's document says about where it is mounted: no slash at the end, often empty. */
export const basePathOf = (page: Document): string => page.documentElement.dataset.basePath ?? '';

/** True for `base` itself and everything below it: `/app` holds `/app/x` but not `/apples`. */
export const isWithin = (base: string, pathname: string): boolean =>
  pathname === base || pathname.startsWith(`${base}/`);
