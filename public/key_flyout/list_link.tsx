import { EuiLink } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { useAppServices } from '../app_services.ts';
import { INITIAL_STATE, serialisePageUrl } from '../page_url/page_url.ts';

interface Props {
  /** What to look for, as typed into the search box. */
  readonly search: string;
  readonly children: ReactNode;
}

/** A link to the list with its newest keys first, beside what is being typed here. */
export function ListLink({ search, children }: Props) {
  const { history } = useAppServices();
  return (
    <EuiLink href={history.hrefOf(serialisePageUrl({ ...INITIAL_STATE, search }))} target="_blank">
      {children}
    </EuiLink>
  );
}
