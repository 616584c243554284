import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import React, { type ComponentProps } from 'react';
import { FormattedMessage } from 'react-intl';
import { SearchBox } from '../search/search_box.tsx';

interface Props extends ComponentProps<typeof SearchBox> {
  readonly isLoading: boolean;
  onRefresh(): void;
}

/** The search, and the button that reads the list anew. */
export function SearchBar({ isLoading, onRefresh, ...search }: Props) {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexStart">
      <EuiFlexItem>
        <SearchBox {...search} />
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
  );
}
