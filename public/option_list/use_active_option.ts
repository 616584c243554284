import { type KeyboardEvent, useState } from 'react';
import { moveActive } from './move_active.ts';

export interface ActiveOption {
  /** The index of the option that the keyboard is at; -1: at none. */
  readonly active: number;
  /** Back to where it begins. */
  reset(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * The arrow keys lead through `count` options, Enter picks the one they are at. A `list` that takes the
 * keys itself begins at the first option and knows the space bar too; a `field` begins at none.
 */
export function useActiveOption(
  focus: 'list' | 'field',
  count: number,
  onPick: (index: number) => void,
): ActiveOption {
  const first = focus === 'list' ? 0 : -1;
  const [last, setActive] = useState(first);
  const active = last < count ? last : first;
  return {
    active,
    reset: () => setActive(first),
    onKeyDown: (event) => {
      const next = moveActive(event.key, active, count);
      const picks = event.key === 'Enter' || (event.key === ' ' && focus === 'list');
      if (next !== undefined) setActive(next);
      else if (picks && active >= 0) onPick(active);
      else return;
      event.preventDefault();
    },
  };
}
