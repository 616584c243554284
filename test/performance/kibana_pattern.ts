import type { Place } from './bench.ts';
import type { Call, httpCaller } from './http_caller.ts';

const PRIVILEGES = ['manage_security', 'read_security', 'manage_api_key', 'manage_own_api_key'];

/**
 * What Kibana's own page asks Elasticsearch for a list: at once what the user may do, whether API keys
 * are enabled (by invalidating one that does not exist) and whether cross-cluster ones are; then the
 * keys, then what its filters offer. Without Kibana's own work around it.
 */
export async function kibanaPattern(
  { send }: ReturnType<typeof httpCaller>,
  { url, authorization }: Place,
): Promise<void> {
  const ask = (method: string, path: string, body: unknown) =>
    send({ method, url: `${url}${path}`, headers: { authorization }, body } satisfies Call);
  await Promise.all([
    ask('POST', '/_security/user/_has_privileges', { cluster: PRIVILEGES }),
    ask('POST', '/_security/user/_has_privileges', { cluster: ['manage_security'] }),
    ask('DELETE', '/_security/api_key', { ids: ['a-key-that-does-not-exist'] }),
  ]);
  const query = { bool: { filter: [{ term: { invalidated: false } }] } };
  await ask('POST', '/_security/_query/api_key', {
    query,
    from: 0,
    size: 25,
    sort: [{ creation: { order: 'desc' } }],
  });
  await ask('POST', '/_security/_query/api_key', {
    query,
    size: 0,
    aggs: {
      usernames: { terms: { field: 'username', size: 10 } },
      types: { terms: { field: 'type' } },
      expired: { filter: { range: { expiration: { lte: 'now' } } } },
      managed: {
        filter: {
          bool: {
            should: [{ term: { 'metadata.managed': true } }, { prefix: { name: 'Alerting: ' } }],
          },
        },
      },
    },
  });
}
