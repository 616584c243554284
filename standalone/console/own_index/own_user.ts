import type { Client } from '@elastic/elasticsearch';
import { serverUnavailable } from '@hapi/boom';
import { readAs } from '../../../common/elasticsearch_answer.ts';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import { OwnPrivileges } from './answer_shapes.ts';

/** To invalidate the keys of tasks, whoever they belong to. */
const CLUSTER_PRIVILEGES = ['manage_api_key'];
const INDEX_PRIVILEGES = ['manage', 'read', 'write'];

/**
 * Checks that the console's own user may do what background tasks ask of it.
 * @throws Boom 503 that names what is missing, and errors of the client
 */
export async function checkPrivileges(client: Client, index: string): Promise<void> {
  const answer = await client.security.hasPrivileges(
    { cluster: CLUSTER_PRIVILEGES, index: [{ names: [index], privileges: INDEX_PRIVILEGES }] },
    { maxRetries: 2 },
  );
  const held = readAs(OwnPrivileges, answer);
  if (held.has_all_requested) return;
  const missing = [
    ...missingOf(held.cluster).map((name) => `the cluster privilege ${name}`),
    ...missingOf(held.index[index] ?? {}).map((name) => `the privilege ${name} on ${index}`),
  ];
  throw serverUnavailable(`The console's own user ${held.username} lacks ${missing.join(', ')}.`);
}

const missingOf = (held: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(held).filter((name) => !held[name]);

/**
 * A failure of a request of the console's own user. Elasticsearch's refusal of that user is not one
 * of whoever asks the console: passed on as it is, a 401 would end their session.
 */
export function ownFailure(error: unknown): unknown {
  const failure = elasticsearchFailure(error);
  const advice = ADVICE.get(failure?.statusCode);
  return failure === undefined || advice === undefined
    ? error
    : serverUnavailable(
        `Elasticsearch refuses the console's own user: ${failure.message}. ${advice}`,
      );
}

/** By the status of the refusal. */
const ADVICE: ReadonlyMap<number | undefined, string> = new Map([
  [
    401,
    'Check elasticsearch.username and elasticsearch.password, or elasticsearch.serviceAccountToken.',
  ],
  [403, 'Give it the privilege that is missing.'],
]);
