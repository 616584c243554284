import type { ConcreteTaskInstance } from '../kibana_background.ts';

/** Whether some host is at it, or just about to be. */
export const isRunning = ({ status }: ConcreteTaskInstance): boolean =>
  status === 'running' || status === 'claiming';
