import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { countKeysRoute } from '../../common/http_api/count_keys.ts';
import { findOwnersRoute } from '../../common/http_api/find_owners.ts';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import type { KeyFilter, KeyQuery } from '../../common/key_filter.ts';
import { useAppServices } from '../app_services.ts';
import { capabilitiesQuery, KEYS, keyPageQuery } from './query_options.ts';

/** What the current user may do with API keys; asked once. */
export function useCapabilities() {
  const { api } = useAppServices();
  return useQuery(capabilitiesQuery(api));
}

/** One page of keys; while the next one loads, the one before stays. */
export function useKeyPage(query: KeyQuery) {
  const { api } = useAppServices();
  return useQuery({ ...keyPageQuery(api, query), placeholderData: keepPreviousData });
}

/** The owners of keys that match, whose name contains `username`; asks nothing where that is empty. */
export function useOwners(username: string, filter: KeyFilter) {
  const { api } = useAppServices();
  return useQuery({
    queryKey: [...KEYS, 'owners', username, filter],
    queryFn: ({ signal }) => api.call(findOwnersRoute, { body: { username, filter }, signal }),
    enabled: username !== '',
    placeholderData: keepPreviousData,
  });
}

/** How many keys match. */
export function useKeyCount(filter: KeyFilter) {
  const { api } = useAppServices();
  return useQuery({
    queryKey: [...KEYS, 'count', filter],
    queryFn: ({ signal }) => api.call(countKeysRoute, { body: { filter }, signal }),
  });
}

/** One key, always as it is now. */
export function useKey(id: string) {
  const { api } = useAppServices();
  return useQuery({
    queryKey: [...KEYS, 'one', id],
    queryFn: ({ signal }) => api.call(getKeyRoute, { params: { id }, signal }),
    select: ({ key }) => key,
    gcTime: 0,
  });
}

/** Makes every list and key be read anew, after a change. */
export function useRefreshKeys(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: KEYS });
}
