import type { HttpStart } from '../../../public/index.ts';

export interface HttpHost {
  readonly basePath: string;
  readonly fetch: typeof fetch;
  /** Called when an answer says that nobody is logged in any more. */
  onUnauthorized(): void;
}

/** An answer other than 2xx, or none at all. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  /** Absent where nothing answered. */
  readonly response: Response | undefined;
  readonly body: unknown;

  constructor(message: string, answer?: { response: Response; body: unknown }) {
    super(message);
    this.response = answer?.response;
    this.body = answer?.body;
  }
}

/**
 * Kibana's `core.http` on `fetch`: paths under the base path, the header that keeps other sites out,
 * JSON both ways, an answer that is none as text. Rejects with `HttpError`, or with `signal`'s
 * reason. After a 401 it takes its time: the page is about to be left, and shows no error on the way.
 * A user who is asked about a dirty form may stay, though, and must not wait for an answer for ever.
 */
export function createHttp({ basePath, fetch, onUnauthorized }: HttpHost): HttpStart {
  const prepend = (path: string) => basePath + path;
  return {
    basePath: { prepend },
    async fetch(path, { query, asSystemRequest = false, ...options } = {}) {
      const search = query === undefined ? '' : `?${new URLSearchParams({ ...query })}`;
      const { response, body } = await answerOf(
        fetch(prepend(path) + search, {
          ...options,
          credentials: 'same-origin',
          headers: {
            'kbn-xsrf': 'project-api-keys',
            ...(options.body !== undefined && { 'content-type': 'application/json' }),
            ...(asSystemRequest && { 'kbn-system-request': 'true' }),
          },
        }),
        options.signal,
      );
      if (response.ok) return body;
      if (response.status !== 401)
        throw new HttpError(messageOf(response, body), { response, body });
      onUnauthorized();
      await new Promise((left) => setTimeout(left, LEAVING_MS));
      throw new HttpError(LOGGED_OUT, { response, body: undefined });
    },
  };
}

const LEAVING_MS = 3000;
const LOGGED_OUT = 'You are no longer logged in. Log in again in another tab, then go on here.';

async function answerOf(pending: Promise<Response>, signal: AbortSignal | undefined) {
  const failWith = (message: string) => (): never => {
    signal?.throwIfAborted();
    throw new HttpError(message);
  };
  const response = await pending.catch(failWith('The console does not answer.'));
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const reading: Promise<unknown> = isJson ? response.json() : response.text();
  const body = await reading.catch(failWith('The console’s answer was cut short.'));
  return { response, body };
}

const messageOf = ({ status, statusText }: Response, body: unknown): string =>
  typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string'
    ? body.message
    : statusText || `HTTP status ${status}`;
