import { EuiSpacer } from '@elastic/eui';
import React, { useEffect, useRef } from 'react';
import type { ApiError } from '../api/api_error.ts';
import { Overview } from '../overview/overview.tsx';
import {
  isUnfiltered,
  type PageState,
  previousPage,
  withoutFilters,
} from '../page_url/page_url.ts';
import { knownValues } from '../search/known_values.ts';
import { FilterBar } from './filters/filter_bar.tsx';
import { FoundAnnouncement } from './found_announcement.tsx';
import { KeyRows, type KeyRowsProps } from './key_rows.tsx';
import { ListSummary } from './list_summary.tsx';
import { LoadError } from './load_error.tsx';
import { LoadingRows } from './loading_keys.tsx';
import { NoMatch } from './no_match.tsx';
import { maySeeOthers } from './permissions.ts';
import { SearchBar } from './search_bar.tsx';

interface Props extends Omit<KeyRowsProps, 'data'> {
  onRefresh(): void;
}

/** Search and filters, and below them the page of keys that was found or the reason why there is none. */
export function KeyList(props: Props) {
  const { capabilities, page, url, onRefresh } = props;
  const { data, error, isPlaceholderData } = page;
  const list = url.state;
  const searchField = useRef<HTMLInputElement | null>(null);
  const change = (state: PageState) => url.push({ ...state, trail: [] });
  const changeAndSearch = (state: PageState) => {
    change(state);
    searchField.current?.focus();
  };

  // The last key of the last page was deleted.
  const isPastTheEnd = data?.keys.length === 0 && !isPlaceholderData && list.trail.length > 0;
  useEffect(() => {
    if (isPastTheEnd) url.replace(previousPage(list));
  }, [isPastTheEnd, url, list]);

  const retry = async () => {
    // A cursor from a damaged link never becomes a good one.
    if ((error as ApiError).statusCode === 400 && list.trail.length > 0)
      url.replace({ ...list, trail: [] });
    else if ((await page.refetch()).isError) return;
    // The button is gone.
    searchField.current?.focus();
  };
  return (
    <>
      <Overview
        counts={data?.counts}
        statuses={list.statuses}
        expires={list.expires}
        onStatuses={(statuses) => change({ ...list, statuses })}
        onExpires={(expires) => {
          const { expires: _before, ...others } = list;
          change(expires === undefined ? others : { ...others, expires });
        }}
      />
      <EuiSpacer size="m" />
      <SearchBar
        search={list.search}
        known={knownValues(data)}
        inputRef={(field) => {
          searchField.current = field;
        }}
        isLoading={page.isFetching}
        onSearch={(search) => change({ ...list, search })}
        onRefresh={onRefresh}
      />
      <EuiSpacer size="s" />
      <FilterBar
        state={list}
        counts={data?.counts}
        showOwners={maySeeOthers(capabilities)}
        onChange={change}
        onRemove={changeAndSearch}
      />
      <EuiSpacer size="m" />
      {error !== null && <LoadError error={error} isRetrying={page.isFetching} onRetry={retry} />}
      <FoundAnnouncement total={isPlaceholderData ? undefined : data?.total} />
      {rows()}
    </>
  );

  function rows() {
    if (data === undefined) return error === null && <LoadingRows />;
    if (data.total > 0) return <KeyRows {...props} data={data} />;
    // Nothing was found before, which says nothing about what is being looked for.
    if (isPlaceholderData) return <LoadingRows />;
    return (
      !isUnfiltered(list) && (
        <>
          <ListSummary total={0} />
          <NoMatch
            state={list}
            onReset={() => changeAndSearch({ ...withoutFilters(list), search: '' })}
          />
        </>
      )
    );
  }
}
