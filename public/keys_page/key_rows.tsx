import { EuiSpacer } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import type { DeleteTarget } from '../delete_keys/delete_target.ts';
import { ExportButton } from '../export_keys/export_button.tsx';
import { whyFixed } from '../key_flyout/update/editable.ts';
import { useNow } from '../key_summary/use_now.ts';
import { filterText } from '../page_url/filter_text.ts';
import { keyFilter } from '../page_url/key_query.ts';
import { nextPage, type Open, previousPage, serialisePageUrl } from '../page_url/page_url.ts';
import type { PageUrl } from '../page_url/use_page_url.ts';
import { KeyTable } from './key_table.tsx';
import { ListSummary } from './list_summary.tsx';
import { Pager } from './pager.tsx';
import { mayDelete, mayDeleteAll, mayManage, maySeeOthers } from './permissions.ts';
import { SelectionActions } from './selection/selection_actions.tsx';
import { useSelection } from './selection/use_selection.ts';

export interface KeyRowsProps {
  readonly capabilities: Capabilities;
  readonly page: UseQueryResult<KeyPage>;
  /** What `page` has. */
  readonly data: KeyPage;
  readonly url: PageUrl;
  /** The ids of the keys that were created since the page was opened. */
  readonly newIds: readonly string[];
  onOpen(open: Open): void;
  onDelete(target: DeleteTarget): void;
}

/** A page of keys with its count, its selection and the way to the other pages. */
export function KeyRows({ capabilities, page, data, url, newIds, onOpen, onDelete }: KeyRowsProps) {
  const { keys, total, next_cursor: nextCursor } = data;
  const { open: _open, ...list } = url.state;
  const filter = keyFilter(list);
  const now = useNow(keys.map(({ expiration }) => expiration));
  const { selected, isAllMatching, select, selectAllMatching } = useSelection(
    serialisePageUrl(list),
    total,
    keys,
  );
  // While another page loads, the one that is still shown says nothing about what follows.
  const canTurn = !page.isPlaceholderData;
  const canSelectAll = canTurn && total > keys.length && mayDeleteAll(capabilities, filter);
  const allMatching = () => {
    const description = filterText(list);
    return {
      filter,
      total,
      managed: managedAmong(data, filter),
      ...(description !== undefined && { description }),
    };
  };
  const rotationOf = (key: ApiKey) =>
    whyFixed(key, capabilities, now) === undefined
      ? () => onOpen({ what: 'rotate', id: key.id })
      : undefined;
  const cloningOf = ({ id, type }: ApiKey) =>
    type === 'rest' && mayManage(capabilities)
      ? () => onOpen({ what: 'create', from: id })
      : undefined;
  return (
    <>
      <ListSummary
        total={total}
        actions={
          <SelectionActions
            count={isAllMatching ? total : selected.length}
            selectable={canSelectAll && !isAllMatching ? total : undefined}
            onSelectAll={selectAllMatching}
            onClear={() => select([])}
            onDelete={() => onDelete(isAllMatching ? allMatching() : { keys: selected })}
          />
        }
        aside={<ExportButton filter={filter} total={total} />}
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
        onOpen={({ id }) => onOpen({ what: 'key', id })}
        rotationOf={rotationOf}
        cloningOf={cloningOf}
        onDelete={(key) => onDelete({ keys: [key] })}
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

/** How many of all that match are managed: `counts.kinds` does not heed the filter for kinds. */
const managedAmong = ({ counts }: KeyPage, { kinds }: KeyFilter): number =>
  kinds === undefined || kinds.includes('managed') ? counts.kinds.managed : 0;
