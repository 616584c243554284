import type { ApiKey } from '../../common/api_key.ts';
import { durationMs } from '../../common/duration.ts';
import { rotateKeyRoute } from '../../common/http_api/rotate_key.ts';
import { SUCCESS } from '../audit/audit_event.ts';
import { invalidateOwnKey, shortenKey } from '../elasticsearch/end_key.ts';
import { ownKey } from '../elasticsearch/own_key.ts';
import { liveSuccessors, successorOf } from '../elasticsearch/successors.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import { createOnce } from './create_once.ts';
import { defineRoute, NO_STORE } from './define_route.ts';
import { beforeChange } from './outcome.ts';
import { failureOf, RequestError } from './request_error.ts';
import { rotatedAlready, stayOnlySuccessor } from './rotation_race.ts';

/**
 * `POST /keys/{id}/_rotate`; `now` gives ms since epoch. Whatever fails, and however often it is
 * asked for, a key has at most one successor that works; only one that could not be taken back stays
 * beside it, and then the answer names both.
 */
export const defineRotateRoute = (router: Router, now: () => number): void =>
  defineRoute(router, rotateKeyRoute, {
    audit: {
      operation: () => 'rotate',
      subject: ({ params: { id } }) => ({ key_ids: [id] }),
      parts: ({ created, previous }) => [
        { result: SUCCESS, key_ids: [previous.id, created.id], key_name: created.name },
      ],
    },
    headers: NO_STORE,
    async answer({ elasticsearch, params, body }) {
      const old = await beforeChange(rotatableKey(elasticsearch, params.id, now()));
      const [successor] = await beforeChange(liveSuccessors(elasticsearch, old, now()));
      if (successor !== undefined) throw rotatedAlready(old.id, successor);
      const created = await createOnce(elasticsearch, successorOf(old, body));
      try {
        await stayOnlySuccessor(elasticsearch, old, created.id, now);
        const expiration = await endKey(elasticsearch, old, body.grace_period, now());
        return { created, previous: { id: old.id, expiration } };
      } catch (error) {
        throw await takenBack(elasticsearch, { created: created.id, previous: old.id }, error);
      }
    },
  });

async function rotatableKey(
  elasticsearch: ElasticsearchClient,
  id: string,
  now: number,
): Promise<ApiKey> {
  const key = await ownKey(elasticsearch, id, now);
  if (key === undefined) throw new RequestError(404, `No API key of yours has the id [${id}]`);
  if (key.kind === 'cross_cluster')
    throw new RequestError(
      400,
      `API key [${id}] is a cross-cluster key and cannot be rotated here`,
    );
  if (key.status === 'expired')
    throw new RequestError(
      400,
      `API key [${id}] has expired and cannot be rotated: create a new one`,
    );
  return key;
}

/** Gives the time, in ms since epoch, from which the key is of no use. */
async function endKey(
  elasticsearch: ElasticsearchClient,
  key: ApiKey,
  gracePeriod = '1d',
  now: number,
): Promise<number> {
  const grace = durationMs(gracePeriod) ?? 0;
  // Elasticsearch counts in whole seconds.
  if (grace >= 1000) return shortenKey(elasticsearch, key, grace, now);
  const obstacle = await invalidateOwnKey(elasticsearch, key.id);
  if (obstacle !== undefined)
    throw new RequestError(503, `API key [${key.id}] could not be deleted: ${obstacle}.`, {
      'retry-after': '5',
    });
  return now;
}

interface Both {
  readonly created: string;
  readonly previous: string;
}

/** Deletes the new key again, and gives what to throw for that which made it necessary. */
async function takenBack(
  elasticsearch: ElasticsearchClient,
  { created, previous }: Both,
  cause: unknown,
): Promise<unknown> {
  const obstacle = await invalidateOwnKey(elasticsearch, created).catch(reasonOf);
  const failure = failureOf(cause);
  if (failure === undefined) return cause;
  const { statusCode, message, headers } = failure;
  if (obstacle !== undefined)
    return new RequestError(
      statusCode,
      `API key [${created}] was created to replace [${previous}], but that could not be finished (${message}), nor could it be deleted again (${obstacle}). Delete it: nobody has seen its secret.`,
      headers,
      { created: { id: created }, previous: { id: previous } },
    );
  if (statusCode !== 503) return cause;
  return new RequestError(
    503,
    `${message} The new key was deleted again, but look at [${previous}] first: it may have been shortened.`,
    headers,
    { outcome: 'unknown' },
  );
}

function reasonOf(error: unknown): string {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  return failure.message;
}
