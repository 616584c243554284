import { isWithin } from '../core/base_path.ts';

/** Where a path leads inside the shell. */
export type Place = 'app' | 'start' | 'nowhere';

const PARENTS = ['/', '/app', '/app/management', '/app/management/security'];

/** Kibana's path of a management app of the section "Security". */
export const appPath = (appId: string): string => `/app/management/security/${appId}`;

/** `pathname` without the base path. Its parents lead to the one app there is. */
export function placeOf(appId: string, pathname: string): Place {
  if (isWithin(appPath(appId), pathname)) return 'app';
  return PARENTS.includes(pathname.replace(/(.)\/+$/, '$1')) ? 'start' : 'nowhere';
}
