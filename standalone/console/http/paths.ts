/** Where the plugin's page is: what the console opens with. */
export const START_PAGE = '/app/management/security/project_api_keys';

/** True for paths that programs and scripts call: they are answered in JSON, never with a page. */
export const isApiPath = (path: string): boolean => /^\/(api|internal)(\/|$)/.test(path);

/**
 * `next` if it leads to a page of this console, else `undefined`. It comes from a URL that anyone may
 * have written: what a browser would read as another host (`//host`, `/\host`, `/<tab>/host`), a
 * scheme, a place outside `basePath` or one that does something (`/logout`) is refused.
 */
export function localPath(next: string | null | undefined, basePath: string): string | undefined {
  if (next === null || next === undefined || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(next)) {
    return undefined;
  }
  const { pathname, search, hash } = new URL(next, 'http://console.invalid');
  if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) return undefined;
  const isPage = /^\/?$|^\/app(\/|$)/.test(pathname.slice(basePath.length));
  return isPage ? pathname + search + hash : undefined;
}
