import { useMemo, useState } from 'react';
import type { ApiKey } from '../../../common/api_key.ts';

export interface Selection {
  /** The selected of the keys that are shown. */
  readonly selected: readonly ApiKey[];
  /** Their ids; the same set as long as it holds the same. */
  readonly selectedIds: ReadonlySet<string>;
  /** All that match the view are selected, also those on other pages. */
  readonly isAllMatching: boolean;
  select(keys: readonly ApiKey[]): void;
  selectAllMatching(): void;
}

interface Chosen {
  readonly view: string;
  readonly what: { readonly ids: ReadonlySet<string> } | { readonly allOf: number };
}

/**
 * What is selected in `view`, where `total` match and `keys` are shown. Another view begins with
 * nothing selected, and a key that is gone from the list is no longer selected: nothing is ever acted
 * upon unseen unless all that match was asked for, and only as many as matched then.
 */
export function useSelection(view: string, total: number, keys: readonly ApiKey[]): Selection {
  const [chosen, setChosen] = useState<Chosen>();
  const what = chosen?.view === view ? chosen.what : NOTHING;
  const isAllMatching = 'allOf' in what && what.allOf === total;
  const selected = useMemo(
    () => (isAllMatching ? keys : keys.filter(({ id }) => 'ids' in what && what.ids.has(id))),
    [isAllMatching, keys, what],
  );
  return {
    selected,
    selectedIds: useMemo(() => new Set(selected.map(({ id }) => id)), [selected]),
    isAllMatching,
    select: (some) => setChosen({ view, what: { ids: new Set(some.map(({ id }) => id)) } }),
    selectAllMatching: () => setChosen({ view, what: { allOf: total } }),
  };
}

const NOTHING = { ids: new Set<string>() };
