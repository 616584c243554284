import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  /** How many keys match, on all pages. */
  readonly total: number;
  /** What can be done with the selected ones. */
  readonly actions?: ReactNode;
  /** What can be done with all that match. */
  readonly aside?: ReactNode;
}

/** How many keys there are. */
export function ListSummary({ total, actions, aside }: Props) {
  return (
    // As high as with a button, so that nothing moves when one comes.
    <EuiFlexGroup
      gutterSize="m"
      alignItems="center"
      responsive={false}
      wrap
      style={{ minHeight: 40 }}
    >
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <FormattedMessage
            id="projectApiKeys.list.total"
            defaultMessage="{total, plural, one {<n>#</n> API key} other {<n>#</n> API keys}}"
            values={{
              total,
              n: (number) => (
                <strong key="total" data-test-subj="apiKeysTotal">
                  {number}
                </strong>
              ),
            }}
          />
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem>{actions}</EuiFlexItem>
      {aside && <EuiFlexItem grow={false}>{aside}</EuiFlexItem>}
    </EuiFlexGroup>
  );
}
