import React from 'react';
import type { ApiError } from '../api/api_error.ts';
import { useCapabilities } from '../api/queries.ts';
import { KeysView } from './keys_view.tsx';
import { LoadError } from './load_error.tsx';
import { LoadingButton, LoadingKeys } from './loading_keys.tsx';
import { KeysDisabled, NoPermission } from './no_access.tsx';
import { PageFrame } from './page_frame.tsx';
import { mayOpenPage } from './permissions.ts';

/** The page: the list of keys for those who may see any, and the reason for everyone else. */
export function KeysPage() {
  return (
    <div data-test-subj="apiKeysPage">
      <Content />
    </div>
  );
}

function Content() {
  const { data: capabilities, error, isFetching, refetch } = useCapabilities();
  if (capabilities?.enabled && mayOpenPage(capabilities))
    return <KeysView capabilities={capabilities} />;
  if (capabilities === undefined && error === null)
    return (
      <PageFrame actions={[<LoadingButton key="create" />]}>
        <LoadingKeys />
      </PageFrame>
    );
  return <PageFrame>{reason()}</PageFrame>;

  function reason() {
    if (capabilities?.enabled === false) return <KeysDisabled />;
    if (error === null || (error as ApiError).statusCode === 403) return <NoPermission />;
    return <LoadError error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  }
}
