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
    if (!response.ok) return { outcome: 'refused', message: refusal(response.status) };
    const answer: unknown = await response.json();
    const location = isJsonObject(answer) ? answer.location : undefined;
    return {
      outcome: 'signed_in',
      location: typeof location === 'string' ? location : `${basePath}/`,
    };
  } catch {
    return { outcome: 'refused', message: 'The console does not answer. Is it running?' };
  }
}

function refusal(status: number): string {
  switch (status) {
    case 401:
      return 'Username or password is incorrect. Please try again.';
    case 429:
      return 'Too many attempts. Wait a moment, then try again.';
    case 502:
    case 503:
    case 504:
      return 'Elasticsearch does not answer, so nobody can be signed in. Try again in a moment.';
    default:
      return `The console could not sign you in (HTTP status ${status}).`;
  }
}
