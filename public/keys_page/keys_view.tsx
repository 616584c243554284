import { EuiButton } from '@elastic/eui';
import React, { useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { useKeyPage, useRefreshKeys } from '../api/queries.ts';
import { DeleteKeysModal } from '../delete_keys/delete_keys_modal.tsx';
import { CreateKeyFlyout } from '../key_flyout/create_key_flyout.tsx';
import { UpdateKeyFlyout } from '../key_flyout/update_key_flyout.tsx';
import { AccessNote } from './access_note.tsx';
import { CreatedKeySlot } from './created_key_slot.tsx';
import { NoKeys } from './empty_states.tsx';
import { KeyList } from './key_list.tsx';
import { keyQuery } from './key_query.ts';
import { PageFrame } from './page_frame.tsx';
import { INITIAL_STATE, type Open } from './page_url.ts';
import { mayManage } from './permissions.ts';
import { usePageUrl } from './use_page_url.ts';

/** The list of keys with all that opens over it, for a user who may see keys. */
export function KeysView({ capabilities }: { readonly capabilities: Capabilities }) {
  const url = usePageUrl();
  const { open, ...list } = url.state;
  const page = useKeyPage(keyQuery(list));
  const refreshKeys = useRefreshKeys();
  // A second key does not push the first one's secret away. The secrets go with their panels, the
  // marks in the list stay.
  const [created, setCreated] = useState<readonly CreatedKey[]>([]);
  const [newIds, setNewIds] = useState<readonly string[]>([]);
  const [deleting, setDeleting] = useState<readonly ApiKey[]>();
  const createButton = useRef<HTMLButtonElement>(null);

  const openOver = (what: Open) => url.push({ ...list, open: what });
  const closeOpen = () => url.push(list);
  const showCreated = (key: CreatedKey) => {
    setCreated([key, ...created]);
    setNewIds([key.id, ...newIds]);
    // The newest first, without a search: there the new key is in sight.
    url.replace({ ...INITIAL_STATE, size: list.size });
    void refreshKeys();
  };

  const create = mayManage(capabilities) && (
    <EuiButton
      key="create"
      fill
      buttonRef={createButton}
      data-test-subj="apiKeysCreateButton"
      onClick={() => openOver({ what: 'create' })}
    >
      <FormattedMessage id="projectApiKeys.page.create" defaultMessage="Create API key" />
    </EuiButton>
  );
  const hasNoKeys =
    page.data?.total === 0 && !page.isPlaceholderData && list.search === '' && !page.isError;
  return (
    <PageFrame action={!hasNoKeys && create}>
      {created.map((key) => (
        <CreatedKeySlot
          key={key.id}
          created={key}
          focusAfter={() => createButton.current}
          onDone={() => setCreated((all) => all.filter((each) => each !== key))}
        />
      ))}
      <AccessNote capabilities={capabilities} />
      {hasNoKeys ? (
        <NoKeys action={create} />
      ) : (
        <KeyList
          capabilities={capabilities}
          page={page}
          url={url}
          newIds={newIds}
          onOpen={({ id }) => openOver({ what: 'key', id })}
          onDelete={setDeleting}
          onRefresh={refreshKeys}
        />
      )}
      {open?.what === 'create' && mayManage(capabilities) && (
        <CreateKeyFlyout onCreated={showCreated} onClose={closeOpen} />
      )}
      {open?.what === 'key' && <UpdateKeyFlyout key={open.id} id={open.id} onClose={closeOpen} />}
      {deleting !== undefined && (
        <DeleteKeysModal
          keys={deleting}
          fallbackFocus={() => createButton.current}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </PageFrame>
  );
}
