import { useEffect, useState } from 'react';

/** `value` as it was when it last had stayed the same for `ms`; at first, the first one. */
export function useSettled<A>(value: A, ms: number): A {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
