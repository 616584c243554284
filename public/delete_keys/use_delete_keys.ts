import { useState } from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import type { ApiError } from '../api/api_error.ts';
import { useRefreshKeys } from '../api/queries.ts';
import { useAppServices } from '../app_services.ts';
import {
  type KeyOutcome,
  keysToRetry,
  outcomesOf,
  outcomesOfError,
  withRetried,
} from './deletion.ts';

export interface Deletion {
  readonly phase: 'asking' | 'deleting' | 'done';
  /** What is known so far; nothing before the first attempt has ended. */
  readonly outcomes: readonly KeyOutcome[];
}

/** Deletes `keys` with one request when told to, and once more those that are left. */
export function useDeleteKeys(keys: readonly ApiKey[]) {
  const { api } = useAppServices();
  const refreshKeys = useRefreshKeys();
  const [{ phase, outcomes }, setDeletion] = useState<Deletion>({ phase: 'asking', outcomes: [] });

  const attempt = async (some: readonly ApiKey[]): Promise<KeyOutcome[]> => {
    try {
      const result = await api.call(deleteKeysRoute, { body: { ids: some.map(({ id }) => id) } });
      return outcomesOf(some, result);
    } catch (error) {
      return outcomesOfError(some, error as ApiError);
    }
  };
  const start = async () => {
    if (phase !== 'asking') return;
    setDeletion({ phase: 'deleting', outcomes });
    setDeletion({ phase: 'done', outcomes: await attempt(keys) });
    void refreshKeys();
  };
  const retry = async () => {
    if (phase !== 'done') return;
    setDeletion({ phase: 'deleting', outcomes });
    const retried = await attempt(keysToRetry(outcomes));
    setDeletion({ phase: 'done', outcomes: withRetried(outcomes, retried) });
    void refreshKeys();
  };
  return { phase, outcomes, start, retry };
}
