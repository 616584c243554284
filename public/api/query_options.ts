import { capabilitiesRoute } from '../../common/http_api/capabilities.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import type { KeyQuery } from '../../common/key_filter.ts';
import type { ApiClient } from './client.ts';

interface Asking {
  readonly signal: AbortSignal;
}

/** All that is known of keys is cached below this. */
export const KEYS = ['keys'];

/** What was asked for before the page was drawn is not asked for again when it is. */
const FRESH_MS = 2000;

export const capabilitiesQuery = (api: ApiClient) => ({
  queryKey: ['capabilities'],
  queryFn: ({ signal }: Asking) => api.call(capabilitiesRoute, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const keyPageQuery = (api: ApiClient, query: KeyQuery) => ({
  queryKey: [...KEYS, 'page', query],
  queryFn: ({ signal }: Asking) => api.call(queryKeysRoute, { body: query, signal }),
  refetchOnMount: ({ state }: { readonly state: { readonly dataUpdatedAt: number } }) =>
    Date.now() - state.dataUpdatedAt > FRESH_MS,
});
