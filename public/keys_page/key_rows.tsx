import { EuiSpacer } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import type { DeleteTarget } from '../delete_keys/delete_target.ts';
import { ExportButton } from '../export_keys/export_button.tsx';
import { useNow } from '../key_summary/use_now.ts';
import { filterText } from '../page_url/filter_text.ts';
import { keyFilter } from '../page_url/key_query.ts';
import { nextPage, type Open, previousPage, serialisePageUrl } from '../page_url/page_url.ts';
import type { PageUrl } from '../page_url/use_page_url.ts';
import { useStable } from '../use_stable.ts';
import { ListSummary } from './list_summary.tsx';
import { Pager } from './pager.tsx';
import { mayDelete, mayDeleteAll, mayManage } from './permissions.ts';
import { SelectionActions } from './selection/selection_actions.tsx';
import { useRangeSelection } from './selection/use_range_selection.ts';
import { useSelection } from './selection/use_selection.ts';
import { KeyTable } from './table/key_table.tsx';
import { useShownKeys } from './table/use_shown_keys.ts';

export interface KeyRowsProps {
  readonly capabilities: Capabilities;
  readonly page: UseQueryResult<KeyPage>;
  /** What `page` has. */
  readonly data: KeyPage;
  readonly url: PageUrl;
  /** The ids of the keys that were created since the page was opened. */
  readonly newIds: ReadonlySet<string>;
  onOpen(open: Open): void;
  onDelete(target: DeleteTarget): void;
}

/** A page of keys with its count, its selection and the way to the other pages. */
export function KeyRows({ capabilities, page, data, url, newIds, onOpen, onDelete }: KeyRowsProps) {
  const { keys, total, next_cursor: nextCursor } = data;
  const { open: _open, ...list } = url.state;
  const search = serialisePageUrl(list);
  const filter = keyFilter(list);
  const now = useNow(keys.map(({ expiration }) => expiration));
  const { selected, selectedIds, isAllMatching, select, selectAllMatching } = useSelection(
    search,
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
  const range = useRangeSelection({
    keys,
    selected,
    mayDelete: (key) => mayDelete(capabilities, key),
    onSelect: select,
  });
  const actions = useStable({
    onOpen: ({ id }: ApiKey) => onOpen({ what: 'key', id }),
    onDelete: (key: ApiKey) => onDelete({ keys: [key] }),
    onRotate: ({ id }: ApiKey) => onOpen({ what: 'rotate', id }),
    onClone: ({ id }: ApiKey) => onOpen({ what: 'create', from: id }),
    onToggle: range.toggle,
  });
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
      <div onClickCapture={range.onClickCapture}>
        <KeyTable
          shown={useShownKeys({ keys, now, newIds, capabilities, search })}
          sort={list.sort}
          isLoading={page.isFetching}
          isSelectable={mayManage(capabilities)}
          selected={selectedIds}
          actions={actions}
          onSort={(sort) => url.push({ ...list, sort, trail: [] })}
          onSelectAll={(isSelected) =>
            select(isSelected ? keys.filter((key) => mayDelete(capabilities, key)) : [])
          }
        />
      </div>
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
