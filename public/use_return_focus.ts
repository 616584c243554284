import { useEffect, useRef, useState } from 'react';

/**
 * Gives the focus back when the component that uses it goes: to the element that had it before, or to
 * the one that `instead` names.
 */
export function useReturnFocus(instead: () => HTMLElement | null): void {
  const [origin] = useState(() => document.activeElement);
  const latest = useRef(instead);
  latest.current = instead;
  useEffect(
    () => () => {
      const target = latest.current() ?? origin;
      if (target instanceof HTMLElement) target.focus();
    },
    [origin],
  );
}
