import { useQuery } from '@tanstack/react-query';
import { type IndexName, indexNamesRoute } from '../../common/http_api/index_names.ts';
import { useAppServices } from '../app_services.ts';

const NONE: readonly IndexName[] = [];

/** Names of indices that can be offered. Asked for once, and there are none as long as that fails. */
export function useIndexNames(wanted: boolean): readonly IndexName[] {
  const { api } = useAppServices();
  const { data } = useQuery({
    queryKey: ['index_names'],
    queryFn: ({ signal }) => api.call(indexNamesRoute, { signal }),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data?.names ?? NONE;
}
