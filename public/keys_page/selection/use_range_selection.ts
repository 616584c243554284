import { type MouseEvent, useRef } from 'react';
import type { ApiKey } from '../../../common/api_key.ts';
import { changedId, selectRange } from './select_range.ts';

interface Options {
  /** In the order in which they are shown. */
  readonly keys: readonly ApiKey[];
  readonly selected: readonly ApiKey[];
  mayDelete(key: ApiKey): boolean;
  onSelect(keys: readonly ApiKey[]): void;
}

/**
 * Makes a click with Shift on a checkbox reach from the one clicked before. Give `onClickCapture` to
 * an element around the table; `toggle` is told of each click.
 */
export function useRangeSelection({ keys, selected, mayDelete, onSelect }: Options) {
  const isShift = useRef(false);
  const anchor = useRef<string>(undefined);
  return {
    onClickCapture(event: MouseEvent) {
      isShift.current = event.shiftKey;
    },
    toggle(key: ApiKey, isSelected: boolean) {
      const wanted = isSelected ? [...selected, key] : selected.filter(({ id }) => id !== key.id);
      const range = isShift.current
        ? selectRange(keys, selected, wanted, anchor.current).filter(mayDelete)
        : wanted;
      anchor.current = changedId(selected, wanted);
      onSelect(range);
    },
  };
}
