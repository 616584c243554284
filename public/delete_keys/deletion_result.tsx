import { EuiButton, EuiModalFooter, EuiModalHeader, EuiModalHeaderTitle } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { DeleteTarget } from './delete_target.ts';
import type { Deletion } from './deletion.ts';
import { focus } from './focus.ts';
import { OutcomeCallOut } from './outcome_call_out.tsx';
import { ReadableBody } from './readable_body.tsx';
import { type OutcomeGroup, outcomeGroups } from './tally.ts';
import { UntriedCallOut } from './untried_call_out.tsx';

interface Props {
  readonly titleId: string;
  readonly target: DeleteTarget;
  readonly deletion: Deletion;
  onResume(): void;
  onRetry(): void;
  onClose(): void;
}

/** Tells what became of the keys, and offers what can be done about the others. */
export function DeletionResult({ titleId, target, deletion, onResume, onRetry, onClose }: Props) {
  const { phase, tally } = deletion;
  const isPaused = phase.is === 'paused';
  const failures = tally.failed.length;
  return (
    <>
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          <ResultTitle isPaused={isPaused} failures={failures} />
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <ReadableBody titleId={titleId} data-test-subj="apiKeysDeleteResult">
        {isPaused && <UntriedCallOut deletion={deletion} reason={phase.because?.message} />}
        {outcomeGroups(tally).map((group) => (
          <OutcomeCallOut
            key={`${group.is} ${group.reason}`}
            group={group}
            named={worthNaming(target, group)}
          />
        ))}
      </ReadableBody>
      <EuiModalFooter>
        {isPaused && (
          <EuiButton
            data-test-subj="apiKeysDeleteResume"
            color="danger"
            onClick={onResume}
            buttonRef={focus}
          >
            <FormattedMessage id="projectApiKeys.deleteResult.resume" defaultMessage="Resume" />
          </EuiButton>
        )}
        {!isPaused && failures > 0 && (
          <EuiButton data-test-subj="apiKeysDeleteRetry" color="danger" onClick={onRetry}>
            <FormattedMessage
              id="projectApiKeys.deleteResult.retry"
              defaultMessage="Try again with {failures, plural, one {# API key} other {# API keys}}"
              values={{ failures }}
            />
          </EuiButton>
        )}
        <EuiButton
          data-test-subj="apiKeysDeleteClose"
          fill
          onClick={onClose}
          {...(!isPaused && { buttonRef: focus })}
        >
          <FormattedMessage id="projectApiKeys.deleteResult.close" defaultMessage="Close" />
        </EuiButton>
      </EuiModalFooter>
    </>
  );
}

function ResultTitle({ isPaused, failures }: { isPaused: boolean; failures: number }) {
  if (isPaused)
    return (
      <FormattedMessage
        id="projectApiKeys.deleteResult.titlePaused"
        defaultMessage="Deletion stopped before its end"
      />
    );
  if (failures > 0)
    return (
      <FormattedMessage
        id="projectApiKeys.deleteResult.titleLeft"
        defaultMessage="{failures, plural, one {# API key} other {# API keys}} may still be there"
        values={{ failures }}
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.deleteResult.titleDone"
      defaultMessage="Deletion finished"
    />
  );
}

/** Keys that were on the page, by name; of those that only matched, the ones that are left, by id. */
function worthNaming(target: DeleteTarget, { is, ids }: OutcomeGroup) {
  if (!('keys' in target)) return is === 'failed' ? ids.map((id) => ({ id, name: null })) : [];
  const shown = new Set(ids);
  return target.keys.filter(({ id }) => shown.has(id));
}
