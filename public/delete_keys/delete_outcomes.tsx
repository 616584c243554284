import {
  EuiButton,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiProgress,
} from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { groupOutcomes, type KeyOutcome, keysToRetry } from './deletion.ts';
import { OutcomeCallOut } from './outcome_call_out.tsx';

interface Props {
  readonly titleId: string;
  readonly outcomes: readonly KeyOutcome[];
  readonly isRetrying: boolean;
  onRetry(): void;
  onClose(): void;
}

/** Tells what became of each key, and offers to try again those that may still be there. */
export function DeleteOutcomes({ titleId, outcomes, isRetrying, onRetry, onClose }: Props) {
  const left = keysToRetry(outcomes).length;
  return (
    <>
      {isRetrying && (
        <EuiProgress data-test-subj="apiKeysDeleteProgress" size="xs" position="absolute" />
      )}
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          {left === 0 ? (
            <FormattedMessage
              id="projectApiKeys.deleteResult.titleDone"
              defaultMessage="Deletion finished"
            />
          ) : (
            <FormattedMessage
              id="projectApiKeys.deleteResult.titleLeft"
              defaultMessage="{left, plural, one {# API key} other {# API keys}} may still be there"
              values={{ left }}
            />
          )}
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <div data-test-subj="apiKeysDeleteResult">
          {groupOutcomes(outcomes).map((group) => (
            <OutcomeCallOut key={JSON.stringify(group.outcome)} group={group} />
          ))}
        </div>
      </EuiModalBody>
      <EuiModalFooter>
        {left > 0 && (
          <EuiButton
            data-test-subj="apiKeysDeleteRetry"
            color="danger"
            isLoading={isRetrying}
            onClick={onRetry}
          >
            <FormattedMessage
              id="projectApiKeys.deleteResult.retry"
              defaultMessage="Try again with {left, plural, one {# API key} other {# API keys}}"
              values={{ left }}
            />
          </EuiButton>
        )}
        <EuiButton
          data-test-subj="apiKeysDeleteClose"
          fill
          isDisabled={isRetrying}
          onClick={onClose}
          buttonRef={focus}
        >
          <FormattedMessage id="projectApiKeys.deleteResult.close" defaultMessage="Close" />
        </EuiButton>
      </EuiModalFooter>
    </>
  );
}

/** The button that had the focus is gone with the question. */
const focus = (button: HTMLButtonElement | null) => button?.focus();
