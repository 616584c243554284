import { useState } from 'react';
import type { ApiKey } from '../../../common/api_key.ts';

export interface Selection {
  /** The selected of the keys that are shown. */
  readonly selected: readonly ApiKey[];
  /** All that match the view are selected, also those on other pages. */
  readonly isAllMatching: boolean;
  select(keys: readonly ApiKey[]): void;
  selectAllMatching(): void;
}

interface Chosen {
  readonly view: string;
  readonly ids: ReadonlySet<string> | 'all matching';
}

/**
 * What is selected in `view`, of which `keys` are shown. Another view begins with nothing selected,
 * and a key that is gone from the list is no longer selected: nothing is ever acted upon unseen
 * unless all that match was asked for.
 */
export function useSelection(view: string, keys: readonly ApiKey[]): Selection {
  const [chosen, setChosen] = useState<Chosen>();
  const ids = chosen?.view === view ? chosen.ids : new Set<string>();
  const isAllMatching = ids === 'all matching';
  return {
    selected: isAllMatching ? keys : keys.filter(({ id }) => ids.has(id)),
    isAllMatching,
    select: (some) => setChosen({ view, ids: new Set(some.map(({ id }) => id)) }),
    selectAllMatching: () => setChosen({ view, ids: 'all matching' }),
  };
}
