import { EuiGlobalToastList } from '@elastic/eui';
import React from 'react';
import { type Store, useStore } from '../core/store.ts';
import type { Toast } from '../core/toasts.ts';

/** How long each kind stays, in ms: Kibana's defaults. */
const LIFETIME = { success: 5_000, warning: 10_000, danger: 300_000 };
const ICON = { success: 'check', warning: 'warning', danger: 'error' };

/** Shows the toasts, and takes those away that are dismissed or have had their time. */
export function ToastList({ list }: { readonly list: Store<readonly Toast[]> }) {
  return (
    <EuiGlobalToastList
      dismissToast={({ id }) => list.set(list.get().filter((toast) => toast.id !== id))}
      toastLifeTimeMs={LIFETIME.success}
      toasts={useStore(list).map((toast) => ({
        ...toast,
        iconType: ICON[toast.color],
        toastLifeTimeMs: LIFETIME[toast.color],
      }))}
    />
  );
}
