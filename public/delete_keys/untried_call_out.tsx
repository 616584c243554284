import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Deletion, unsure } from './deletion.ts';
import { untriedTitle } from './sentences.ts';

interface Props {
  readonly deletion: Deletion;
  /** What kept it from going on, where it was not the user's wish. */
  readonly reason: string | undefined;
}

/** Says how many keys are left after a pause, why, and what nobody knows about them. */
export function UntriedCallOut({ deletion, reason }: Props) {
  const count = unsure(deletion);
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="warning"
        title={untriedTitle(useIntl(), deletion)}
      >
        <EuiText size="s">
          {reason !== undefined && <p style={{ overflowWrap: 'anywhere' }}>{reason}</p>}
          {count > 0 && (
            <p>
              <FormattedMessage
                id="projectApiKeys.deleteResult.unsure"
                defaultMessage="A request got no answer: up to {count, number} of them may have been deleted all the same."
                values={{ count }}
              />
            </p>
          )}
        </EuiText>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
}
