import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import type { History } from 'history';
import React, { useEffect } from 'react';
import type { CoreStart, ManagementApp } from '../../../public/index.ts';
import { internalLink } from '../core/internal_link.ts';
import { appPath } from './place.ts';

interface NotFoundProps {
  readonly app: ManagementApp;
  readonly docTitle: CoreStart['chrome']['docTitle'];
  readonly history: History;
}

/** For a path that leads nowhere. */
export function NotFound({ app, docTitle, history }: NotFoundProps) {
  useEffect(() => {
    docTitle.change('Page not found');
    return () => docTitle.reset();
  }, [docTitle]);
  return (
    <EuiEmptyPrompt
      actions={
        <EuiButton fill {...internalLink(history, appPath(app.id))}>
          Go to {app.title}
        </EuiButton>
      }
      body={<p>Nothing is found at this address. Check it for a typo.</p>}
      iconType="error"
      title={<h1>Page not found</h1>}
    />
  );
}
