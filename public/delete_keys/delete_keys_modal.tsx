import { EuiModal, EuiScreenReaderLive } from '@elastic/eui';
import React, { useId } from 'react';
import { useIntl } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { useReturnFocus } from '../use_return_focus.ts';
import { DeleteConfirmation } from './delete_confirmation.tsx';
import { DeleteOutcomes } from './delete_outcomes.tsx';
import { groupOutcomes, keysToRetry } from './deletion.ts';
import { outcomeTitle } from './outcome_title.ts';
import { useDeleteKeys } from './use_delete_keys.ts';

interface Props {
  /** 1 to 1000, as many as one request takes. */
  readonly keys: readonly ApiKey[];
  /** Where the focus goes when the row or button that it came from goes with the keys. */
  fallbackFocus(): HTMLElement | null;
  onClose(): void;
}

/** Asks before keys are deleted, deletes them, and tells what became of each. */
export function DeleteKeysModal({ keys, fallbackFocus, onClose }: Props) {
  const intl = useIntl();
  const titleId = useId();
  const { phase, outcomes, start, retry } = useDeleteKeys(keys);
  const isDeleting = phase === 'deleting';
  const isAnyGone = outcomes.length > keysToRetry(outcomes).length;
  useReturnFocus(() => (isAnyGone ? fallbackFocus() : null));
  return (
    <EuiModal
      data-test-subj="apiKeysDeleteModal"
      role="alertdialog"
      aria-labelledby={titleId}
      maxWidth={600}
      // What was sent can't be called back: the dialog stays until it can tell what happened.
      onClose={() => !isDeleting && onClose()}
      focusTrapProps={{ returnFocus: false }}
    >
      <EuiScreenReaderLive>
        {groupOutcomes(outcomes)
          .map((group) => outcomeTitle(intl, group))
          .join('. ')}
      </EuiScreenReaderLive>
      {outcomes.length === 0 ? (
        <DeleteConfirmation
          titleId={titleId}
          keys={keys}
          isDeleting={isDeleting}
          onConfirm={start}
          onCancel={onClose}
        />
      ) : (
        <DeleteOutcomes
          titleId={titleId}
          outcomes={outcomes}
          isRetrying={isDeleting}
          onRetry={retry}
          onClose={onClose}
        />
      )}
    </EuiModal>
  );
}
