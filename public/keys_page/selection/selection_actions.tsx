import { EuiButton, EuiButtonEmpty, EuiFlexGroup } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  /** How many are selected, also out of sight. */
  readonly count: number;
  /** How many match on all pages, where all of them can be selected and are not. */
  readonly selectable: number | undefined;
  onSelectAll(): void;
  onClear(): void;
  onDelete(): void;
}

/** What can be selected beyond the page, and what can be done with what is. */
export function SelectionActions({ count, selectable, onSelectAll, onClear, onDelete }: Props) {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {count > 0 && (
        <>
          <EuiButton
            data-test-subj="apiKeysBulkDelete"
            size="s"
            color="danger"
            iconType="trash"
            onClick={onDelete}
          >
            <FormattedMessage
              id="projectApiKeys.list.deleteSelected"
              defaultMessage="Delete {count, plural, one {# API key} other {# API keys}}"
              values={{ count }}
            />
          </EuiButton>
          <EuiButtonEmpty size="s" iconType="cross" onClick={onClear}>
            <FormattedMessage
              id="projectApiKeys.list.clearSelection"
              defaultMessage="Clear selection"
            />
          </EuiButtonEmpty>
        </>
      )}
      {selectable !== undefined && (
        <EuiButtonEmpty size="s" data-test-subj="apiKeysSelectAllMatching" onClick={onSelectAll}>
          <FormattedMessage
            id="projectApiKeys.list.selectAll"
            defaultMessage="Select all {selectable, number} matching"
            values={{ selectable }}
          />
        </EuiButtonEmpty>
      )}
    </EuiFlexGroup>
  );
}
