import { useEffect, useState } from 'react';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import type { ApiError } from '../api/api_error.ts';
import { useRefreshKeys } from '../api/queries.ts';
import { useAppServices } from '../app_services.ts';
import { useAskBeforeBack } from '../leave_guard/use_ask_before_back.ts';
import { useBeforeUnload } from '../leave_guard/use_before_unload.ts';
import type { DeleteTarget } from './delete_target.ts';
import {
  answered,
  askedAbout,
  begun,
  type Deletion,
  failed,
  isRunning,
  nextRequest,
  retried,
  stopped,
  waited,
} from './deletion.ts';

/**
 * Carries a deletion out: sends what is due, waits where it has to, keeps the page from being left
 * meanwhile, and has the list read anew whenever it comes to rest. A page that is left all the same
 * sends nothing more.
 */
export function useDeletion(target: DeleteTarget) {
  const { api } = useAppServices();
  const refreshKeys = useRefreshKeys();
  const [deletion, setDeletion] = useState<Deletion>(() => askedAbout(target));
  const { phase } = deletion;
  const running = isRunning(deletion);
  useBeforeUnload(running);
  useAskBeforeBack(running, () => undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each phase asks for one thing, once
  useEffect(() => {
    if (phase.is === 'deleting') {
      api.call(deleteKeysRoute, { body: nextRequest(deletion) }).then(
        (result) => setDeletion((before) => answered(before, result)),
        (error: ApiError) => {
          const random = Math.random();
          setDeletion((before) => failed(before, error, random));
        },
      );
    }
    if (phase.is !== 'waiting') return undefined;
    const timer = setTimeout(() => setDeletion(waited), phase.ms);
    return () => clearTimeout(timer);
  }, [phase]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes to rest
  useEffect(() => (running ? () => void refreshKeys() : undefined), [running]);

  return {
    deletion,
    begin: () => setDeletion(begun),
    stop: () => setDeletion(stopped),
    retry: () => setDeletion(retried),
  };
}
