import { EuiSkeletonText } from '@elastic/eui';
import React, { useId, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import type { RotatedKey } from '../../common/http_api/rotate_key.ts';
import { KeyFlyoutFrame } from '../key_flyout/key_flyout_frame.tsx';
import { LoadFailure } from '../key_flyout/load_failure.tsx';
import { displayName } from '../key_summary/display_name.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { RotateForm } from './rotate_form.tsx';
import { useKeyToRotate } from './use_key_to_rotate.ts';
import { useRotation } from './use_rotation.ts';

interface Props {
  readonly id: string;
  /** Gets the new key with its secret, and the old one's end; then the dialog is to go. */
  onRotated(rotated: RotatedKey): void;
  onClose(): void;
}

/** Asks how long a key is to go on, and makes another one that takes its place. */
export function RotateKeyDialog({ id, onRotated, onClose }: Props) {
  const { data: apiKey, error, refetch } = useKeyToRotate(id);
  const formId = useId();
  const isRotated = useRef(false);
  const rotation = useRotation(id, (rotated) => {
    isRotated.current = true;
    onRotated(rotated);
  });
  if (apiKey === undefined)
    return (
      <KeyFlyoutFrame title={ANY_TITLE} onClose={onClose}>
        {error === null ? (
          <EuiSkeletonText lines={6} data-test-subj="apiKeyFlyoutLoading" />
        ) : (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        )}
      </KeyFlyoutFrame>
    );
  return (
    <KeyFlyoutFrame
      title={
        <FormattedMessage
          id="projectApiKeys.rotate.title"
          defaultMessage="Rotate API key “{name}”"
          values={{ name: <ForeignText>{displayName(apiKey)}</ForeignText> }}
        />
      }
      submit={{
        form: formId,
        sending: rotation.sending,
        label: <FormattedMessage id="projectApiKeys.rotate.submit" defaultMessage="Rotate" />,
        'data-test-subj': 'apiKeyRotateSubmit',
      }}
      // The new key's secret gets the focus.
      returnFocus={() => !isRotated.current}
      onClose={onClose}
    >
      <RotateForm id={formId} apiKey={apiKey} rotation={rotation} />
    </KeyFlyoutFrame>
  );
}

const ANY_TITLE = (
  <FormattedMessage id="projectApiKeys.rotate.anyTitle" defaultMessage="Rotate API key" />
);
