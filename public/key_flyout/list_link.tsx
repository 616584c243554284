import { EuiLink } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { useAppServices } from '../app_services.ts';

/** A link to the list with its newest keys first, beside what is being typed here. */
export function ListLink({ children }: { readonly children: ReactNode }) {
  const { history } = useAppServices();
  return (
    <EuiLink href={history.createHref({ pathname: history.location.pathname })} target="_blank">
      {children}
    </EuiLink>
  );
}
