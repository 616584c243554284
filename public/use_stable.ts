import { useInsertionEffect, useMemo, useRef } from 'react';

/**
 * The same functions at every render, which call those of the last one: what gets them is not drawn
 * anew because of them. For handlers of events only, not to be called while rendering.
 */
export function useStable<F extends { [K in keyof F]: (...args: never[]) => void }>(
  functions: F,
): F {
  const latest = useRef(functions);
  useInsertionEffect(() => {
    latest.current = functions;
  });
  return useMemo(() => {
    const names = Object.keys(latest.current) as (keyof F)[];
    const call =
      (name: keyof F) =>
      (...args: never[]) =>
        latest.current[name](...args);
    return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as F;
  }, []);
}
