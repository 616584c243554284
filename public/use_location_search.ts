import { useCallback, useSyncExternalStore } from 'react';
import { useAppServices } from './app_services.ts';

/** The query of the page's address, with its `?`; renders anew when that changes. */
export function useLocationSearch(): string {
  const { history } = useAppServices();
  const subscribe = useCallback((listener: () => void) => history.listen(listener), [history]);
  return useSyncExternalStore(subscribe, () => history.search);
}
