import { cookieOf, logIn } from '../helpers/log_in.ts';
import type { Place } from './bench.ts';

/**
 * Signs in as the page does, as most calls come with its cookie, and gives the headers of a call.
 * @throws Error where the console refuses
 */
export async function sessionHeaders(
  consoleUrl: string,
  user: Pick<Place, 'username' | 'password'>,
): Promise<Record<string, string>> {
  return { cookie: cookieOf(await logIn(consoleUrl, user)), 'kbn-xsrf': 'bench' };
}
