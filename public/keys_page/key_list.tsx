import { EuiSpacer } from '@elastic/eui';
import React, { useEffect } from 'react';
import type { ApiError } from '../api/api_error.ts';
import { NoMatch } from './empty_states.tsx';
import { FoundAnnouncement } from './found_announcement.tsx';
import { KeyRows, type KeyRowsProps } from './key_rows.tsx';
import { ListSummary } from './list_summary.tsx';
import { LoadError } from './load_error.tsx';
import { LoadingRows } from './loading_keys.tsx';
import { previousPage } from './page_url.ts';
import { SearchBar } from './search_bar.tsx';

interface Props extends Omit<KeyRowsProps, 'data'> {
  onRefresh(): void;
}

/** Search, and below it the page of keys that was found or the reason why there is none. */
export function KeyList(props: Props) {
  const { page, url, onRefresh } = props;
  const { data, error, isPlaceholderData } = page;
  const list = url.state;
  const search = (text: string) => url.push({ ...list, search: text, trail: [] });

  // The last key of the last page was deleted.
  const isPastTheEnd = data?.keys.length === 0 && !isPlaceholderData && list.trail.length > 0;
  useEffect(() => {
    if (isPastTheEnd) url.replace(previousPage(list));
  }, [isPastTheEnd, url, list]);

  const retry = () => {
    // A cursor from a damaged link never becomes a good one.
    if ((error as ApiError).statusCode === 400 && list.trail.length > 0)
      url.replace({ ...list, trail: [] });
    else void page.refetch();
  };
  return (
    <>
      <SearchBar
        search={list.search}
        isLoading={page.isFetching}
        onSearch={search}
        onRefresh={onRefresh}
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
      list.search !== '' && (
        <>
          <ListSummary total={0} />
          <NoMatch onReset={() => search('')} />
        </>
      )
    );
  }
}
