import type { Toasts } from '../../../public/index.ts';
import { createStore, type Store } from './store.ts';

export interface Toast {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly color: 'success' | 'warning' | 'danger';
}

/** Kibana's `core.notifications.toasts`, and the list that the shell shows. */
export function createToasts(): { toasts: Toasts; list: Store<readonly Toast[]> } {
  const list = createStore<readonly Toast[]>([]);
  let added = 0;
  const add = (color: Toast['color']) => (toast: { title: string; text?: string }) => {
    added += 1;
    list.set([...list.get(), { ...toast, color, id: String(added) }]);
  };
  return {
    toasts: {
      addSuccess: add('success'),
      addWarning: add('warning'),
      addDanger: add('danger'),
    },
    list,
  };
}
