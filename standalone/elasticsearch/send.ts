import { BoxError } from './box_error.ts';

/** A request to a node as `elastic`; a body that is a string is newline-delimited JSON already. */
export interface NodeRequest {
  readonly url: string;
  readonly password: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object | string;
}

/**
 * Sends a request of our own that has to succeed.
 * @throws BoxError with Elasticsearch's answer where it does not
 */
export async function send({ url, password, method, path, body }: NodeRequest): Promise<void> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: basic(password), 'content-type': 'application/json' },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answer = await response.text();
  if (!response.ok && !answer.includes('resource_already_exists_exception')) {
    throw new BoxError(`Elasticsearch refused ${method} ${path}: ${answer}`);
  }
}

/** The Authorization header of `elastic`. */
export function basic(password: string): string {
  return `Basic ${Buffer.from(`elastic:${password}`).toString('base64')}`;
}
