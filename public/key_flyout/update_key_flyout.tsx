import { EuiSkeletonText } from '@elastic/eui';
import React, { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import { useCapabilities, useKey } from '../api/queries.ts';
import { displayName } from '../key_summary/display_name.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { useNow } from '../key_summary/use_now.ts';
import { fieldsOf, NO_FIELDS } from './form/key_form.ts';
import { useForm } from './form/use_form.ts';
import { KeyFlyoutFrame } from './key_flyout_frame.tsx';
import { LoadFailure } from './load_failure.tsx';
import { whyFixed } from './update/editable.ts';
import { allowedActions, type KeyActions } from './update/key_actions.tsx';
import { UpdateForm } from './update/update_form.tsx';
import { useSaveKey } from './update/use_save_key.ts';

interface Props extends KeyActions {
  readonly id: string;
  onClose(): void;
}

/** One key: what it is, what it may do, and the form that changes that where the reader may. */
export function UpdateKeyFlyout({ id, onClose, ...actions }: Props) {
  const key = useKey(id);
  const capabilities = useCapabilities();
  // A key that was read stays, with what was typed, also when reading it again fails.
  const { data: apiKey } = key;
  const now = useNow([apiKey?.expiration]);
  const form = useForm(apiKey === undefined ? NO_FIELDS : fieldsOf(apiKey));
  const formId = useId();
  const save = useSaveKey(id, form, onClose);

  if (apiKey === undefined || capabilities.data === undefined)
    return (
      <KeyFlyoutFrame title={ANY_TITLE} onClose={onClose}>
        {failure()}
      </KeyFlyoutFrame>
    );
  const fixed = whyFixed(apiKey, capabilities.data, now);
  return (
    <KeyFlyoutFrame
      title={<ForeignText>{displayName(apiKey)}</ForeignText>}
      actions={allowedActions(apiKey, capabilities.data, now, actions)}
      dirty={form.dirty}
      {...(fixed === undefined && {
        submit: {
          form: formId,
          sending: form.sending,
          label: SUBMIT,
          'data-test-subj': 'apiKeySubmit',
        },
      })}
      onClose={onClose}
    >
      <UpdateForm id={formId} form={form} apiKey={apiKey} now={now} fixed={fixed} onSave={save} />
    </KeyFlyoutFrame>
  );

  function failure() {
    const error = key.error ?? capabilities.error;
    if (error === null) return <EuiSkeletonText lines={6} data-test-subj="apiKeyFlyoutLoading" />;
    return (
      <LoadFailure
        error={error}
        onRetry={() => void Promise.all([key.refetch(), capabilities.refetch()])}
      />
    );
  }
}

const ANY_TITLE = (
  <FormattedMessage id="projectApiKeys.updateKey.anyTitle" defaultMessage="API key" />
);
const SUBMIT = (
  <FormattedMessage id="projectApiKeys.updateKey.submit" defaultMessage="Update API key" />
);
