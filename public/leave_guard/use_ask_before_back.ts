import { useEffect, useRef } from 'react';
import { useAppServices } from '../app_services.ts';

/** While `active`, the browser's Back and Forward stay where they are and call `ask` instead. */
export function useAskBeforeBack(active: boolean, ask: () => void): void {
  const { history } = useAppServices();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!active) return undefined;
    return history.block((_location, action) => {
      // The page itself goes on with pushes and replaces, once it has what it needs.
      if (action !== 'POP') return undefined;
      latest.current();
      return false;
    });
  }, [active, history]);
}
