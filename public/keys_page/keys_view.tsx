import React, { useRef, useState } from 'react';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { useKeyPage, useRefreshKeys } from '../api/queries.ts';
import type { DeleteTarget } from '../delete_keys/delete_target.ts';
import { ExpiringKeysCallout } from '../expiring_keys/expiring_keys_callout.tsx';
import { keyQuery } from '../page_url/key_query.ts';
import { INITIAL_STATE, isUnfiltered, type Open } from '../page_url/page_url.ts';
import { usePageUrl } from '../page_url/use_page_url.ts';
import { AccessNote } from './access_note.tsx';
import { CreatedKeySlots } from './created_key_slots.tsx';
import { Dialogs } from './dialogs.tsx';
import { CreateButton, FindLeakedButton } from './header_buttons.tsx';
import { KeyList } from './key_list.tsx';
import { NoKeys } from './no_keys.tsx';
import { PageFrame } from './page_frame.tsx';
import { mayManage } from './permissions.ts';
import type { CreatedKeys, NewKey } from './use_created_keys.ts';

interface Props {
  readonly capabilities: Capabilities;
  readonly createdKeys: CreatedKeys;
}

/** The list of keys with all that opens over it, for a user who may see keys. */
export function KeysView({ capabilities, createdKeys }: Props) {
  const url = usePageUrl();
  const { open, ...list } = url.state;
  const page = useKeyPage(keyQuery(list));
  const refreshKeys = useRefreshKeys();
  const [deleting, setDeleting] = useState<DeleteTarget>();
  const [isFindingLeaked, setFindingLeaked] = useState(false);
  const createButton = useRef<HTMLButtonElement>(null);

  const openOver = (what: Open) => url.push({ ...list, open: what });
  const closeOpen = () => url.push(list);
  const askToDelete = (target: DeleteTarget) => {
    if (open !== undefined) closeOpen();
    setDeleting(target);
  };
  const showNewKey = (key: NewKey) => {
    createdKeys.add(key);
    // The newest first, without a search: there the new key is in sight.
    url.replace({ ...INITIAL_STATE, size: list.size });
    void refreshKeys();
  };

  const create = mayManage(capabilities) && (
    <CreateButton
      key="create"
      buttonRef={createButton}
      onClick={() => openOver({ what: 'create' })}
    />
  );
  const hasNoKeys =
    page.data?.total === 0 && !page.isPlaceholderData && isUnfiltered(list) && !page.isError;
  const findLeaked = <FindLeakedButton key="find" onClick={() => setFindingLeaked(true)} />;
  return (
    <PageFrame actions={[!hasNoKeys && create, findLeaked]}>
      <CreatedKeySlots createdKeys={createdKeys} focusAfter={() => createButton.current} />
      {page.data !== undefined && <ExpiringKeysCallout user={capabilities.user} />}
      <AccessNote capabilities={capabilities} />
      {hasNoKeys ? (
        <NoKeys action={create} />
      ) : (
        <KeyList
          capabilities={capabilities}
          page={page}
          url={url}
          newIds={createdKeys.newIds}
          onOpen={openOver}
          onDelete={askToDelete}
          onRefresh={refreshKeys}
        />
      )}
      <Dialogs
        capabilities={capabilities}
        open={open}
        isFindingLeaked={isFindingLeaked}
        deleting={deleting}
        fallbackFocus={() => createButton.current}
        onOpen={openOver}
        onNewKey={showNewKey}
        onDelete={(key) => askToDelete({ keys: [key] })}
        onClose={closeOpen}
        onCloseFindLeaked={() => setFindingLeaked(false)}
        onCloseDelete={() => setDeleting(undefined)}
      />
    </PageFrame>
  );
}
