import { EuiCallOut, EuiProgress } from '@elastic/eui';
import type { History } from 'history';
import React, { useEffect, useRef, useState } from 'react';
import type { ManagementApp } from '../../../public/index.ts';
import { internalLink } from '../core/internal_link.ts';
import { scopeHistory } from '../core/scoped_history.ts';
import { appPath } from './place.ts';

export interface AppBreadcrumb {
  readonly text: string;
  readonly href?: string;
  readonly onClick?: ReturnType<typeof internalLink>['onClick'];
}

interface AppMountProps {
  readonly app: ManagementApp;
  readonly history: History;
  /** Gets the crumbs with links of the document; the app's own are relative to its path. */
  readonly setBreadcrumbs: (crumbs: readonly AppBreadcrumb[]) => void;
}

/** Mounts the app by Kibana's contract while this component is shown. */
export function AppMount({ app, history, setBreadcrumbs }: AppMountProps) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'mounted' | 'failed'>('loading');

  useEffect(() => {
    // An element of its own for each mount: the app puts a React root into it.
    const element = document.createElement('div');
    place.current?.append(element);
    let isLeft = false;
    const unmounting = mount().then(
      (unmount) => {
        if (!isLeft) setState('mounted');
        return unmount;
      },
      (error: unknown) => {
        reportError(error);
        if (!isLeft) setState('failed');
        return () => {};
      },
    );
    async function mount() {
      const base = appPath(app.id);
      return app.mount({
        element,
        history: scopeHistory(history, base),
        setBreadcrumbs: (crumbs) =>
          setBreadcrumbs(
            crumbs.map(({ text, href }) => ({
              text,
              ...(href !== undefined && internalLink(history, `${base}${href}`)),
            })),
          ),
      });
    }
    return () => {
      isLeft = true;
      setBreadcrumbs([]);
      // Later than this effect: React refuses to unmount one root while it works on another.
      void unmounting.then((unmount) => {
        unmount();
        element.remove();
      });
    };
  }, [app, history, setBreadcrumbs]);

  return (
    <>
      {state === 'loading' && (
        <EuiProgress
          aria-label={`Loading ${app.title}`}
          color="accent"
          position="fixed"
          size="xs"
        />
      )}
      {state === 'failed' && (
        <EuiCallOut
          announceOnMount
          color="danger"
          iconType="error"
          title="The page could not be loaded"
        >
          <p>The console may have been updated or stopped. Reload to try again.</p>
        </EuiCallOut>
      )}
      <div ref={place} />
    </>
  );
}
