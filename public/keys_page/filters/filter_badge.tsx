import { EuiBadge, EuiFlexItem } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';

interface Props {
  readonly text: string;
  readonly 'data-test-subj': string;
  onRemove(): void;
}

/** A filter that is set, with a cross that takes it away. */
export function FilterBadge({ text, onRemove, ...rest }: Props) {
  const { formatMessage } = useIntl();
  return (
    <EuiFlexItem grow={false}>
      <EuiBadge
        {...rest}
        color="hollow"
        iconType="cross"
        iconSide="right"
        iconOnClick={onRemove}
        iconOnClickAriaLabel={formatMessage(
          { id: 'projectApiKeys.filter.remove', defaultMessage: 'Remove the filter: {text}' },
          { text },
        )}
      >
        {text}
      </EuiBadge>
    </EuiFlexItem>
  );
}
