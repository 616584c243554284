import { useState } from 'react';
import type { ApiKey } from '../../common/api_key.ts';

export interface Selection {
  readonly selected: readonly ApiKey[];
  select(keys: readonly ApiKey[]): void;
}

/**
 * The selected of the `keys` shown in `view`. Another view begins with nothing selected, and a key
 * that is gone from the list is no longer selected: nothing out of sight is ever acted upon.
 */
export function useSelection(view: string, keys: readonly ApiKey[]): Selection {
  const [selection, setSelection] = useState<{ view: string; ids: ReadonlySet<string> }>();
  const ids = selection?.view === view ? selection.ids : undefined;
  return {
    selected: keys.filter(({ id }) => ids?.has(id)),
    select: (chosen) => setSelection({ view, ids: new Set(chosen.map(({ id }) => id)) }),
  };
}
