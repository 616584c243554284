/** Someone who can sign in. */
interface Named {
  readonly username: string;
  readonly password: string;
}

/** What the login page sends. */
export const loginRequest = (params: object, currentURL = '/', headers = {}) => ({
  method: 'POST',
  url: '/internal/security/login',
  headers: { 'kbn-xsrf': 'x', 'content-type': 'application/json', ...headers },
  payload: { providerType: 'basic', providerName: 'basic', currentURL, params },
});

/** Signs in as the login page does. */
export function logIn(consoleUrl: string, { username, password }: Named): Promise<Response> {
  const { url, method, headers, payload } = loginRequest({ username, password });
  return fetch(consoleUrl + url, { method, headers, body: JSON.stringify(payload) });
}

/** The `cookie` header of the session that an answer begins. */
export const cookieIn = (headers: Readonly<Record<string, unknown>>): string =>
  String(headers['set-cookie']).split(';')[0] ?? '';

/** The same of an answer to `logIn`. @throws Error where no session has begun */
export function cookieOf({ status, headers }: Response): string {
  const cookie = headers.get('set-cookie');
  if (cookie === null) throw new Error(`No session has begun: ${status}`);
  return cookieIn({ 'set-cookie': cookie });
}
