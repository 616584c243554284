import { EuiSpacer } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import { useNow } from '../key_summary/use_now.ts';
import { DeleteSelectedButton } from './delete_selected_button.tsx';
import { KeyTable } from './key_table.tsx';
import { ListSummary } from './list_summary.tsx';
import { nextPage, previousPage, serialisePageUrl } from './page_url.ts';
import { Pager } from './pager.tsx';
import { mayDelete, mayManage, maySeeOthers } from './permissions.ts';
import type { PageUrl } from './use_page_url.ts';
import { useSelection } from './use_selection.ts';

export interface KeyRowsProps {
  readonly capabilities: Capabilities;
  readonly page: UseQueryResult<KeyPage>;
  /** What `page` has. */
  readonly data: KeyPage;
  readonly url: PageUrl;
  /** The ids of the keys that were created since the page was opened. */
  readonly newIds: readonly string[];
  onOpen(key: ApiKey): void;
  onDelete(keys: readonly ApiKey[]): void;
}

/** A page of keys with its count, its selection and the way to the other pages. */
export function KeyRows({ capabilities, page, data, url, newIds, onOpen, onDelete }: KeyRowsProps) {
  const { keys, total, next_cursor: nextCursor } = data;
  const { open: _open, ...list } = url.state;
  const now = useNow(keys.map(({ expiration }) => expiration));
  const { selected, select } = useSelection(serialisePageUrl(list), keys);
  // While another page loads, the one that is still shown says nothing about what follows.
  const canTurn = !page.isPlaceholderData;
  return (
    <>
      <ListSummary
        total={total}
        action={
          selected.length > 0 && (
            <DeleteSelectedButton count={selected.length} onClick={() => onDelete(selected)} />
          )
        }
      />
      <EuiSpacer size="s" />
      <KeyTable
        keys={keys}
        now={now}
        sort={list.sort}
        newIds={newIds}
        isLoading={page.isFetching}
        isSelectable={mayManage(capabilities)}
        selected={selected}
        showOwner={maySeeOthers(capabilities)}
        hrefOf={({ id }) => url.href({ ...list, open: { what: 'key', id } })}
        mayDelete={(key) => mayDelete(capabilities, key)}
        onOpen={onOpen}
        onDelete={(key) => onDelete([key])}
        onSort={(sort) => url.push({ ...list, sort, trail: [] })}
        onSelect={select}
      />
      <EuiSpacer size="m" />
      <Pager
        size={list.size}
        hasPrevious={canTurn && list.trail.length > 0}
        hasNext={canTurn && nextCursor !== null}
        onSize={(size) => url.push({ ...list, size, trail: [] })}
        onPrevious={() => url.push(previousPage(list))}
        onNext={() => nextCursor !== null && url.push(nextPage(list, nextCursor))}
      />
    </>
  );
}
