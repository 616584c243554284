import React, { type ComponentType, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAppServices } from './app_services.ts';

/**
 * A dialog whose code is downloaded when it is first opened. Where that fails a toast says so, and
 * the dialog closes: opening it again tries again.
 */
export function lazyDialog<Props extends { onClose(): void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function LazyDialog(props: Props) {
    const intl = useIntl();
    const { toasts } = useAppServices();
    const [Dialog, setDialog] = useState(() => loaded);
    // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is opened
    useEffect(() => {
      if (loaded !== undefined) return;
      let isClosed = false;
      load().then(
        (component) => {
          loaded = component;
          if (!isClosed) setDialog(() => component);
        },
        () => {
          if (isClosed) return;
          toasts.addDanger({
            title: intl.formatMessage({
              id: 'projectApiKeys.lazyDialog.failed',
              defaultMessage: 'This part of the page could not be downloaded',
            }),
            text: intl.formatMessage({
              id: 'projectApiKeys.lazyDialog.failedHint',
              defaultMessage: 'Check your connection and try again, or reload the page.',
            }),
          });
          props.onClose();
        },
      );
      return () => {
        isClosed = true;
      };
    }, []);
    return Dialog === undefined ? null : <Dialog {...props} />;
  };
}
