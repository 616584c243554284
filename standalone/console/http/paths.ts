/** Where the plugin's page is: what the console opens with. */
export const START_PAGE = '/app/management/security/project_api_keys';

/** True for paths that programs and scripts call: they are answered in JSON, never with a page. */
export const isApiPath = (path: string): boolean => /^\/(api|internal)(\/|$)/.test(path);

/**
 * `next` if it is a path of this console, else `undefined`. It comes from a URL that anyone may have
 * written: what a browser would read as another host (`//host`, `/\host`, `/<tab>/host`), a scheme or
 * a place outside `basePath` is refused.
 */
export function localPath(next: string | null | undefined, basePath: string): string | undefined {
  if (next === null || next === undefined || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(next)) {
    return undefined;
  }
  const { pathname } = new URL(next, 'http://console.invalid');
  return pathname === basePath || pathname.startsWith(`${basePath}/`) ? next : undefined;
}
