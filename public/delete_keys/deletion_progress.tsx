import {
  EuiButton,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Deletion } from './deletion.ts';
import { focus } from './focus.ts';
import { triedIn } from './tally.ts';
import { WaitingCallOut } from './waiting_call_out.tsx';

interface Props {
  readonly titleId: string;
  readonly deletion: Deletion;
  onStop(): void;
}

/** How far a deletion has come, what it waits for, and the button that stops it. */
export function DeletionProgress({ titleId, deletion, onStop }: Props) {
  const { phase, total, tally, isStopping } = deletion;
  const tried = triedIn(tally);
  return (
    <>
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          <FormattedMessage id="projectApiKeys.deleting.title" defaultMessage="Deleting API keys" />
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiProgress
          data-test-subj="apiKeysDeleteProgress"
          size="m"
          color="primary"
          value={tried}
          max={total}
          label={
            <FormattedMessage id="projectApiKeys.deleting.progress" defaultMessage="Done so far" />
          }
          valueText={
            <FormattedMessage
              id="projectApiKeys.deleting.progressOf"
              defaultMessage="{tried, number} of {total, number}"
              values={{ tried, total }}
            />
          }
        />
        <EuiSpacer size="m" />
        {phase.is === 'waiting' && <WaitingCallOut key={phase.attempt} phase={phase} />}
        <EuiText size="s" role="status">
          {isStopping && (
            <p>
              <FormattedMessage
                id="projectApiKeys.deleting.stopping"
                defaultMessage="It stops after the request that is under way."
              />
            </p>
          )}
        </EuiText>
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButton
          data-test-subj="apiKeysDeleteStop"
          // Not where a double click on the question's own button would hit it.
          style={{ marginInlineEnd: 'auto' }}
          aria-disabled={isStopping}
          onClick={onStop}
          buttonRef={focus}
        >
          {isStopping ? (
            <FormattedMessage id="projectApiKeys.deleting.stopPressed" defaultMessage="Stopping…" />
          ) : (
            <FormattedMessage id="projectApiKeys.deleting.stop" defaultMessage="Stop" />
          )}
        </EuiButton>
      </EuiModalFooter>
    </>
  );
}
