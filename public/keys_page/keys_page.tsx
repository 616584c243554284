import React from 'react';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { ApiError } from '../api/api_error.ts';
import { useCapabilities } from '../api/queries.ts';
import { usePageTabs } from '../page_tabs/use_page_tabs.ts';
import { LazyTasksPage } from '../tasks_page/lazy_tasks_page.tsx';
import { CreatedKeySlots } from './created_key_slots.tsx';
import { KeysView } from './keys_view.tsx';
import { LoadError } from './load_error.tsx';
import { LoadingButton, LoadingKeys } from './loading_keys.tsx';
import { KeysDisabled, NoPermission } from './no_access.tsx';
import { PageFrame } from './page_frame.tsx';
import { mayOpenPage } from './permissions.ts';
import { useCreatedKeys } from './use_created_keys.ts';

/** The page: keys and tasks for those who may see any keys, and the reason for everyone else. */
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
    return <Tabs capabilities={capabilities} />;
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

/** A new key's secret is not lost on the way from one tab to the other. */
function Tabs({ capabilities }: { readonly capabilities: Capabilities }) {
  const createdKeys = useCreatedKeys();
  const { tab } = usePageTabs();
  if (tab.is === 'keys') return <KeysView capabilities={capabilities} createdKeys={createdKeys} />;
  return (
    <PageFrame>
      <CreatedKeySlots createdKeys={createdKeys} focusAfter={nowhere} />
      <LazyTasksPage capabilities={capabilities} />
    </PageFrame>
  );
}

const nowhere = () => null;
