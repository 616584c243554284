import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { KeyNames } from './key_names.tsx';
import { outcomeTitle } from './sentences.ts';
import type { OutcomeGroup } from './tally.ts';

interface Props {
  readonly group: OutcomeGroup;
  /** Those of the group that are worth naming. */
  readonly named: readonly Pick<ApiKey, 'id' | 'name'>[];
}

/** The keys of one outcome, with the reason where there is one. */
export function OutcomeCallOut({ group, named }: Props) {
  const { is, reason, count } = group;
  return (
    <>
      <EuiCallOut size="s" {...LOOK[is]} title={outcomeTitle(useIntl(), group)}>
        {(reason !== undefined || named.length > 0) && (
          <EuiText size="s">
            {reason !== undefined && <p style={{ overflowWrap: 'anywhere' }}>{reason}</p>}
            {named.length > 0 && <KeyNames keys={named} count={count} />}
          </EuiText>
        )}
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
}

const LOOK = {
  deleted: { color: 'success', iconType: 'check' },
  already_deleted: { color: 'primary', iconType: 'info' },
  lost: { color: 'primary', iconType: 'info' },
  not_found: { color: 'primary', iconType: 'info' },
  failed: { color: 'danger', iconType: 'error' },
} as const;
