import { EuiPageHeader, EuiSpacer } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { usePageTabs } from '../page_tabs/use_page_tabs.ts';

interface Props {
  /** Beside the title, from the right. */
  readonly actions?: readonly ReactNode[];
  readonly children: ReactNode;
}

/** Title, explanation and tabs of the page around whatever state it is in. */
export function PageFrame({ actions = [], children }: Props) {
  const { tabs } = usePageTabs();
  return (
    <>
      <EuiPageHeader
        bottomBorder
        pageTitle={<FormattedMessage id="projectApiKeys.page.title" defaultMessage="API keys" />}
        description={
          <FormattedMessage
            id="projectApiKeys.page.description"
            defaultMessage="Personal API keys let an external service act on a user’s behalf. Managed API keys are created and managed by Kibana for its background tasks. API keys are for programs: nobody can sign in to a browser with one."
          />
        }
        rightSideItems={actions.filter(Boolean)}
        tabs={tabs}
      />
      <EuiSpacer size="l" />
      {children}
    </>
  );
}
