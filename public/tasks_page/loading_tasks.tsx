import { EuiSkeletonLoading, EuiSkeletonRectangle, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';

/** Stands where the tasks will be. */
export function LoadingTasks() {
  const { formatMessage } = useIntl();
  return (
    <div data-test-subj="tasksLoading">
      <EuiSkeletonLoading
        contentAriaLabel={formatMessage({
          id: 'projectApiKeys.tabs.tasks',
          defaultMessage: 'Background tasks',
        })}
        loadingContent={
          <>
            <Block />
            <EuiSpacer size="m" />
            <Block />
            <EuiSpacer size="m" />
            <Block />
          </>
        }
        loadedContent={<span />}
      />
    </div>
  );
}

const Block = () => <EuiSkeletonRectangle isLoading width="100%" height={260} borderRadius="m" />;
