import type { Place } from './bench.ts';

/**
 * Signs in as the page does, as most calls come with its cookie, and gives the headers of a call.
 * @throws Error where the console refuses
 */
export async function sessionHeaders(
  consoleUrl: string,
  { username, password }: Pick<Place, 'username' | 'password'>,
): Promise<Record<string, string>> {
  const answer = await fetch(new URL('/internal/security/login', consoleUrl), {
    method: 'POST',
    headers: { 'kbn-xsrf': 'bench', 'content-type': 'application/json' },
    body: JSON.stringify({
      providerType: 'basic',
      providerName: 'basic',
      currentURL: '/',
      params: { username, password },
    }),
  });
  if (!answer.ok) throw new Error(`Login: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { cookie: cookie.join('; '), 'kbn-xsrf': 'bench' };
}
