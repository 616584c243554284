import { useState } from 'react';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import type { PreviousKey } from '../created_key/previous_key_note.tsx';

/** A key that was just made, and the one that it replaces after a rotation. */
export interface NewKey {
  readonly created: CreatedKey;
  readonly previous?: PreviousKey | undefined;
}

/** The keys that were made since the page was opened. */
export interface CreatedKeys {
  /** Those whose secrets are still to be shown, the newest first. */
  readonly shown: readonly NewKey[];
  /** The ids of all of them: their marks in the list stay when the secrets have gone. */
  readonly newIds: ReadonlySet<string>;
  add(key: NewKey): void;
  /** Forgets the secret. */
  forget(key: NewKey): void;
}

/** A second key does not push the first one's secret away. */
export function useCreatedKeys(): CreatedKeys {
  const [shown, setShown] = useState<readonly NewKey[]>([]);
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set());
  return {
    shown,
    newIds,
    add(key) {
      setShown((all) => [key, ...all]);
      setNewIds((ids) => new Set([...ids, key.created.id]));
    },
    forget: (key) => setShown((all) => all.filter((each) => each !== key)),
  };
}
