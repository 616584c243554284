import { EuiSkeletonLoading, EuiSkeletonRectangle, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';
import { Overview } from '../overview/overview.tsx';

const ignore = () => {};
const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

/** Stands where the button beside the title will be. */
export const LoadingButton = () => (
  <EuiSkeletonRectangle isLoading width={120} height={40} borderRadius="s" />
);

/** Stands where the overview, the search, the filters and the table's rows will be. */
export function LoadingKeys() {
  return (
    <>
      <Overview
        counts={undefined}
        statuses={[]}
        expires={undefined}
        onStatuses={ignore}
        onExpires={ignore}
      />
      <EuiSpacer size="m" />
      <Block />
      <EuiSpacer size="s" />
      <Block />
      <EuiSpacer size="m" />
      <LoadingRows />
    </>
  );
}

/** Stands where the table's rows will be. */
export function LoadingRows() {
  const intl = useIntl();
  return (
    <div data-test-subj="apiKeysLoading">
      <EuiSkeletonLoading
        contentAriaLabel={intl.formatMessage({
          id: 'projectApiKeys.list.caption',
          defaultMessage: 'API keys',
        })}
        loadingContent={<Blocks />}
        loadedContent={<span />}
      />
    </div>
  );
}

const Blocks = () =>
  ROWS.map((row) => (
    <React.Fragment key={row}>
      <Block />
      <EuiSpacer size="s" />
    </React.Fragment>
  ));

const Block = () => <EuiSkeletonRectangle isLoading width="100%" height={40} borderRadius="s" />;
