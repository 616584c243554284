import { randomUUID } from 'node:crypto';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { callApi } from './api_client.ts';

/** What the console has said of a key, once and for all. */
export type Fate = 'created' | 'deleted' | 'unknown';

/** What came of all that was asked of a console. */
export interface Traffic {
  /** By id. */
  readonly keys: Map<string, { readonly encoded: string; readonly fate: Fate }>;
  readonly refusals: { readonly what: 'create' | 'delete' | 'list'; readonly status: number }[];
  /** Of keys that may or may not have been made. */
  readonly refusedNames: string[];
  /** When the last of the keys that were made was asked for, in ms since epoch. */
  lastAskedAt: number;
}

/** Creates and lists keys through the console, and deletes every third, until told to stop. */
export async function keepBusy(
  url: string,
  authorization: string,
  traffic: Traffic,
  over: AbortSignal,
): Promise<void> {
  const { keys, refusals, refusedNames } = traffic;
  for (let n = 0; !over.aborted; n++) {
    const name = randomUUID();
    const askedAt = Date.now();
    const created = await callApi(url, createKeyRoute, { authorization, body: { name } });
    if (created.status === 200) {
      traffic.lastAskedAt = Math.max(traffic.lastAskedAt, askedAt);
      const { id, encoded } = created.body;
      const isDoomed = n % 3 === 0;
      keys.set(id, { encoded, fate: isDoomed ? 'unknown' : 'created' });
      if (isDoomed) {
        const removed = await callApi(url, deleteKeysRoute, { authorization, body: { ids: [id] } });
        if (removed.status !== 200) refusals.push({ what: 'delete', status: removed.status });
        else if (removed.body.deleted.length === 1) keys.set(id, { encoded, fate: 'deleted' });
      }
    } else {
      refusals.push({ what: 'create', status: created.status });
      refusedNames.push(name);
    }
    const listed = await callApi(url, queryKeysRoute, { authorization, body: { size: 1 } });
    if (listed.status !== 200) refusals.push({ what: 'list', status: listed.status });
  }
}
