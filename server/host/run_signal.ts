import type { TaskRunContext } from '../kibana_background.ts';

/** Aborts when the run is cancelled or its time is over. */
export const runSignal = ({ signal, abortController }: TaskRunContext): AbortSignal =>
  AbortSignal.any([signal, abortController?.signal].filter((given) => given !== undefined));
