import { isJsonObject } from '../../../common/exact.ts';

/** How an attempt to sign in ended: where to go on, or a sentence for the reader. */
export type SignInResult =
  | { readonly outcome: 'signed_in'; readonly location: string }
  | { readonly outcome: 'refused'; readonly message: string };

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface LoginPlace {
  readonly basePath: string;
  /** The login page's own URL: the console finds there what was asked for, and checks it. */
  readonly currentURL: string;
  readonly fetch: typeof fetch;
}

/** Asks the console for a session, by Kibana's own route. Never rejects. */
export async function signIn(
  { basePath, currentURL, fetch }: LoginPlace,
  params: Credentials,
): Promise<SignInResult> {
  try {
    const response = await fetch(`${basePath}/internal/security/login`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'kbn-xsrf': 'project-api-keys' },
      body: JSON.stringify({ providerType: 'basic', providerName: 'basic', currentURL, params }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    const { location, message } = isJsonObject(answer) ? answer : {};
    return response.ok
      ? { outcome: 'signed_in', location: textOr(location, `${basePath}/`) }
      : { outcome: 'refused', message: refusal(response.status, message) };
  } catch {
    return { outcome: 'refused', message: 'The console does not answer. Is it running?' };
  }
}

const textOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' ? value : fallback;

/** What a status means; where only the console can tell the details, in its own words. */
function refusal(status: number, message: unknown): string {
  switch (status) {
    case 400:
      return textOr(message, 'The console could not read the username and the password.');
    case 401:
      return 'Username or password is incorrect. Please try again.';
    case 429:
      return textOr(message, 'Too many attempts. Wait a moment, then try again.');
    case 502:
    case 503:
    case 504:
      return 'Elasticsearch does not answer, so nobody can be signed in. Try again in a moment.';
    default:
      return `The console could not sign you in (HTTP status ${status}).`;
  }
}
