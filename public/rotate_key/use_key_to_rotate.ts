import { useQuery } from '@tanstack/react-query';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { useAppServices } from '../app_services.ts';

/**
 * A key as it was when the dialog opened. It is not read anew with the others after the rotation: then
 * it may be gone.
 */
export function useKeyToRotate(id: string) {
  const { api } = useAppServices();
  return useQuery({
    queryKey: ['key_to_rotate', id],
    queryFn: ({ signal }) => api.call(getKeyRoute, { params: { id }, signal }),
    select: ({ key }) => key,
    gcTime: 0,
  });
}
