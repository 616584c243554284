import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import React from 'react';
import { ExpirationsTimeline } from './expirations_timeline.tsx';
import { KeyNumbers, type KeyNumbersProps } from './key_numbers.tsx';

/** The keys in numbers and the coming expirations; both filter the list to what is clicked. */
export function Overview(props: KeyNumbersProps) {
  return (
    <EuiFlexGroup gutterSize="l">
      <EuiFlexItem grow={2}>
        <KeyNumbers {...props} />
      </EuiFlexItem>
      <EuiFlexItem grow={3}>
        <ExpirationsTimeline
          weeks={props.counts?.expires}
          expires={props.expires}
          onExpires={props.onExpires}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
