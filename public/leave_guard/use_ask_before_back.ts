import { useEffect } from 'react';
import { useAppServices } from '../app_services.ts';
import { useStable } from '../use_stable.ts';
import { type Blocker, blockSteps } from './block_steps.ts';

/**
 * While `active`, the browser's Back and Forward, and links to other pages of the host, stay where they
 * are and call `ask` instead.
 */
export const useAskBeforeBack = (active: boolean, ask: () => void): void =>
  useBlocker(active, 'leaving_and_back', ask);

/** As `useAskBeforeBack`, for what Back and Forward within the page do no harm to. */
export const useAskBeforeLeaving = (active: boolean, ask: () => void): void =>
  useBlocker(active, 'leaving', ask);

function useBlocker(active: boolean, losesBy: Blocker['losesBy'], ask: () => void): void {
  const { history } = useAppServices();
  const handlers = useStable({ ask });
  useEffect(
    () => (active ? blockSteps(history, { losesBy, ...handlers }) : undefined),
    [active, history, losesBy, handlers],
  );
}
