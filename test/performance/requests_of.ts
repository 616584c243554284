import { Client } from '@elastic/elasticsearch';
import type { Place } from './bench.ts';
import type { Call } from './http_caller.ts';

/** The requests of Elasticsearch that `act` makes, to be sent again with nothing around them. */
export async function requestsOf(
  { url, username, password, authorization }: Place,
  act: (client: Client) => Promise<unknown>,
): Promise<Call[]> {
  const client = new Client({ node: url, auth: { username, password } });
  const calls: Call[] = [];
  client.diagnostic.on('request', (_error, event) => {
    const { method, path, querystring, body } = event?.meta.request.params ?? {};
    const search = new URLSearchParams(querystring).toString();
    calls.push({
      method: method ?? 'GET',
      url: `${url}${path}${search && `?${search}`}`,
      headers: { authorization },
      ...(body !== undefined && { body: typeof body === 'string' ? JSON.parse(body) : body }),
    });
  });
  await act(client);
  await client.close();
  return calls;
}
