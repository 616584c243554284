import { EuiModal, EuiScreenReaderLive } from '@elastic/eui';
import React, { useId, useLayoutEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useReturnFocus } from '../use_return_focus.ts';
import { DeleteConfirmation } from './delete_confirmation.tsx';
import type { DeleteTarget } from './delete_target.ts';
import { isRunning } from './deletion.ts';
import { DeletionProgress } from './deletion_progress.tsx';
import { DeletionResult } from './deletion_result.tsx';
import { announcement } from './sentences.ts';
import { triedIn } from './tally.ts';
import { useDeletion } from './use_deletion.ts';

interface Props {
  /** Read when the dialog opens: what the user is asked about is what is deleted. */
  readonly target: DeleteTarget;
  /** Where the focus goes when the row or button that it came from goes with the keys. */
  fallbackFocus(): HTMLElement | null;
  onClose(): void;
}

/**
 * Asks before keys are deleted, deletes them, and tells what became of them. While it deletes, Stop is
 * the only way out: it stays until it can tell what happened.
 */
export function DeleteKeysModal({ target: given, fallbackFocus, onClose }: Props) {
  const intl = useIntl();
  const titleId = useId();
  const [target] = useState(given);
  const { deletion, begin, stop, retry } = useDeletion(target);
  const { phase, tally } = deletion;
  const running = isRunning(deletion);
  const isAnyGone = triedIn(tally) > tally.failed.length || deletion.unanswered > 0;
  useReturnFocus(() => (isAnyGone ? fallbackFocus() : null));
  // EUI too would give the focus back, to where it is now, which may be gone by then; its modal cannot be
  // told not to in Kibana 9.1.
  useLayoutEffect(loseFocus, []);
  return (
    <EuiModal
      data-test-subj="apiKeysDeleteModal"
      role="alertdialog"
      aria-labelledby={titleId}
      maxWidth={600}
      onClose={() => !running && onClose()}
    >
      <EuiScreenReaderLive>{announcement(intl, deletion)}</EuiScreenReaderLive>
      {phase.is === 'asking' && (
        <DeleteConfirmation
          titleId={titleId}
          target={target}
          onConfirm={begin}
          onCancel={onClose}
        />
      )}
      {running && <DeletionProgress titleId={titleId} deletion={deletion} onStop={stop} />}
      {(phase.is === 'paused' || phase.is === 'done') && (
        <DeletionResult
          titleId={titleId}
          target={target}
          deletion={deletion}
          onResume={begin}
          onRetry={retry}
          onClose={onClose}
        />
      )}
    </EuiModal>
  );
}

function loseFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
