import { filterCondition } from '../../elasticsearch/key_conditions.ts';
import { pageOfKeys } from '../../elasticsearch/page_of_keys.ts';
import type { Position } from '../../elasticsearch/position.ts';
import type { ElasticsearchClient } from '../../kibana.ts';

interface Period {
  /** ms since epoch; `from` inclusive, `to` exclusive */
  readonly from: number;
  readonly to: number;
}

/** The keys that expire in a period, up to 1000 at a time. `now` in ms since epoch. */
export async function* expiringKeys(
  elasticsearch: ElasticsearchClient,
  period: Period,
  now: number,
  signal: AbortSignal,
) {
  let position: Position | undefined;
  do {
    const { keys, next } = await pageOfKeys(
      elasticsearch,
      {
        query: filterCondition({ expires: period }, now),
        sort: { field: 'expiration', direction: 'asc' },
        size: 1000,
        position,
        filter_path:
          'total,api_keys.id,api_keys.name,api_keys.username,api_keys.creation,api_keys.expiration,api_keys._sort',
      },
      { signal },
    );
    yield keys.flatMap(({ id, name = null, username, creation, expiration }) =>
      expiration === undefined ? [] : { id, name, username, creation, expiration },
    );
    position = next;
  } while (position !== undefined);
}
