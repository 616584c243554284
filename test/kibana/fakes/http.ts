import type { HttpFetchOptions } from '../../../public/index.ts';

const JSON_TYPE = /^(application\/(json|x-javascript)|text\/(x-)?javascript|x-json)(;.*)?$/;
const BLOB_TYPE = /^application\/(ndjson|zip)(;.*)?$/;

/** What Kibana's `http.fetch` rejects with. */
export class HttpFetchError extends Error {
  override readonly name: string;
  readonly response: Response | undefined;
  readonly body: unknown;

  constructor(message: string, name: string, response?: Response, body?: unknown) {
    super(message);
    this.name = name;
    this.response = response;
    this.body = body;
  }
}

/** Kibana's `http.fetch`, over a server that answers with whole responses or rejects as `fetch` does. */
export function kibanaFetch(server: (request: Request) => Promise<Response>) {
  return async (path: string, options: HttpFetchOptions = {}): Promise<unknown> => {
    const { query = {}, asSystemRequest = false, ...init } = options;
    const url = new URL(path, 'https://kibana.example.org');
    url.search = new URLSearchParams(query).toString();
    const request = new Request(url, {
      ...init,
      headers: {
        'content-type': 'application/json',
        'kbn-version': '9.5.0',
        'x-elastic-internal-origin': 'Kibana',
        ...(asSystemRequest && { 'kbn-system-request': 'true' }),
      },
    });
    const response = await server(request).catch(rethrow());
    const body = await bodyOf(response).catch(rethrow(response));
    if (response.ok) return body;
    throw new HttpFetchError(response.statusText, 'Error', response, body);
  };
}

const rethrow =
  (response?: Response) =>
  ({ message, name }: Error): never => {
    throw new HttpFetchError(message, name, response);
  };

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (BLOB_TYPE.test(type)) return response.blob();
  if (JSON_TYPE.test(type)) return response.json();
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
