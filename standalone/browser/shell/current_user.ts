import { isJsonObject } from '../../../common/exact.ts';
import type { HttpStart } from '../../../public/index.ts';

/** What the shell shows of who is logged in. */
export interface CurrentUser {
  readonly username: string;
  readonly full_name?: string;
}

/**
 * Asks who is logged in; `undefined` where the console cannot tell, e.g. while Elasticsearch is away.
 * Where nobody is, `http` leads to the login page.
 */
export async function fetchCurrentUser(http: HttpStart): Promise<CurrentUser | undefined> {
  const user = await http.fetch('/internal/security/me').catch(() => undefined);
  if (!isJsonObject(user) || typeof user.username !== 'string') return undefined;
  const { username, full_name } = user;
  return { username, ...(typeof full_name === 'string' && full_name !== '' && { full_name }) };
}
