import { useEffect, useRef, useState } from 'react';
import { type TestedKey, testKeyRoute } from '../../common/http_api/test_key.ts';
import { useAppServices } from '../app_services.ts';

/** `failed`: nobody could say. */
export type FinishedTest =
  | { readonly is: 'done'; readonly result: TestedKey }
  | { readonly is: 'failed'; readonly reason: string };

/**
 * Uses a key once to see whether it works. Not a mutation of react-query, which would keep the secret
 * in its cache.
 */
export function useTestKey(encoded: string) {
  const { api } = useAppServices();
  const [test, setTest] = useState<'running' | FinishedTest>();
  const call = useRef<AbortController>(undefined);
  useEffect(() => () => call.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    call.current = controller;
    setTest('running');
    try {
      const result = await api.call(testKeyRoute, { body: { encoded }, signal });
      setTest({ is: 'done', result });
    } catch (error) {
      if (!signal.aborted) setTest({ is: 'failed', reason: (error as Error).message });
    }
  };
  return { test, start };
}
