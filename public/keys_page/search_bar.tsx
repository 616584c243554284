import { EuiButton, EuiFieldSearch, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import React, { type FormEvent, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MAX_SEARCH_LENGTH } from '../../common/key_filter.ts';

interface Props {
  /** The search that is applied. */
  readonly search: string;
  readonly isLoading: boolean;
  onSearch(search: string): void;
  onRefresh(): void;
}

/** A search applies with Enter, or when the field is emptied. */
export function SearchBar({ search, isLoading, onSearch, onRefresh }: Props) {
  const intl = useIntl();
  const [text, setText] = useState(search);
  // The browser's Back and Forward change the search too.
  useEffect(() => setText(search), [search]);
  const apply = (wanted: string) => {
    if (wanted !== search) onSearch(wanted);
  };
  const change = (typed: string) => {
    setText(typed);
    if (typed === '') apply('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(text.trim());
  };
  const label = intl.formatMessage({
    id: 'projectApiKeys.search.label',
    defaultMessage: 'Search by name, owner or id',
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18's types have no <search>
    <form role="search" onSubmit={submit}>
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiFieldSearch
            data-test-subj="apiKeysSearch"
            fullWidth
            aria-label={label}
            placeholder={label}
            maxLength={MAX_SEARCH_LENGTH}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            data-test-subj="apiKeysRefresh"
            iconType="refresh"
            isLoading={isLoading}
            onClick={onRefresh}
          >
            <FormattedMessage id="projectApiKeys.list.refresh" defaultMessage="Refresh" />
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
    </form>
  );
}
