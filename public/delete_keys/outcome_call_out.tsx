import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';
import type { OutcomeGroup } from './deletion.ts';
import { KeyNames } from './key_names.tsx';
import { outcomeTitle } from './outcome_title.ts';

/** The keys of one outcome, with the reason where there is one. */
export function OutcomeCallOut({ group }: { readonly group: OutcomeGroup }) {
  const { outcome, keys } = group;
  return (
    <>
      <EuiCallOut size="s" {...LOOK[outcome.is]} title={outcomeTitle(useIntl(), group)}>
        <EuiText size="s">
          {'reason' in outcome && outcome.reason !== '' && (
            <p style={{ overflowWrap: 'anywhere' }}>{outcome.reason}</p>
          )}
          <KeyNames keys={keys} />
        </EuiText>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
}

const LOOK = {
  deleted: { color: 'success', iconType: 'check' },
  already_deleted: { color: 'primary', iconType: 'info' },
  not_found: { color: 'primary', iconType: 'info' },
  failed: { color: 'danger', iconType: 'error' },
  unknown: { color: 'warning', iconType: 'warning' },
} as const;
