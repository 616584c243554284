import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { DeleteTarget } from '../delete_keys/delete_target.ts';
import { lazyDialog } from '../lazy_dialog.tsx';
import type { Open } from '../page_url/page_url.ts';
import { mayManage } from './permissions.ts';
import type { NewKey } from './use_created_keys.ts';

const CreateKeyFlyout = lazyDialog(
  async () => (await import('../key_flyout/create_key_flyout.tsx')).CreateKeyFlyout,
);
const UpdateKeyFlyout = lazyDialog(
  async () => (await import('../key_flyout/update_key_flyout.tsx')).UpdateKeyFlyout,
);
const RotateKeyDialog = lazyDialog(
  async () => (await import('../rotate_key/rotate_key_dialog.tsx')).RotateKeyDialog,
);
const DeleteKeysModal = lazyDialog(
  async () => (await import('../delete_keys/delete_keys_modal.tsx')).DeleteKeysModal,
);
const FindLeakedKey = lazyDialog(
  async () => (await import('../find_leaked/find_leaked_key.tsx')).FindLeakedKey,
);

interface Props {
  readonly capabilities: Capabilities;
  readonly open: Open | undefined;
  readonly isFindingLeaked: boolean;
  readonly deleting: DeleteTarget | undefined;
  /** Where the focus goes when what had it before goes with the keys. */
  fallbackFocus(): HTMLElement | null;
  onOpen(open: Open): void;
  onNewKey(key: NewKey): void;
  onDelete(key: ApiKey): void;
  /** Closes what is in the address. */
  onClose(): void;
  onCloseFindLeaked(): void;
  onCloseDelete(): void;
}

/** Everything that opens over the list. */
export function Dialogs({ capabilities, open, deleting, fallbackFocus, ...props }: Props) {
  const { isFindingLeaked, onOpen, onNewKey, onDelete, onClose } = props;
  return (
    <>
      {open?.what === 'create' && mayManage(capabilities) && (
        <CreateKeyFlyout
          key={open.from}
          from={open.from}
          onCreated={(created) => onNewKey({ created })}
          onClose={onClose}
        />
      )}
      {open?.what === 'key' && (
        <UpdateKeyFlyout
          key={open.id}
          id={open.id}
          onRotate={(id) => onOpen({ what: 'rotate', id })}
          onClone={(from) => onOpen({ what: 'create', from })}
          onDelete={onDelete}
          onClose={onClose}
        />
      )}
      {open?.what === 'rotate' && (
        <RotateKeyDialog key={open.id} id={open.id} onRotated={onNewKey} onClose={onClose} />
      )}
      {isFindingLeaked && (
        <FindLeakedKey
          capabilities={capabilities}
          onDelete={onDelete}
          onClose={props.onCloseFindLeaked}
        />
      )}
      {deleting !== undefined && (
        <DeleteKeysModal
          target={deleting}
          fallbackFocus={fallbackFocus}
          onClose={props.onCloseDelete}
        />
      )}
    </>
  );
}
