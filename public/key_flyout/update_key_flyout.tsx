import { EuiForm, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import React, { useId, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { useCapabilities, useKey } from '../api/queries.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { useNow } from '../key_summary/use_now.ts';
import { ChangeableSections } from './changeable_sections.tsx';
import { whyFixed } from './editable.ts';
import { KeyFlyoutFrame } from './key_flyout_frame.tsx';
import { fieldsOf, NO_FIELDS } from './key_form.ts';
import { KeyOverview } from './key_overview.tsx';
import { LoadFailure } from './load_failure.tsx';
import { FixedNote, LimitsNote, UpdateFailure } from './update_notes.tsx';
import { useFocusOnRejection } from './use_focus_on_rejection.ts';
import { useForm } from './use_form.ts';
import { useSaveKey } from './use_save_key.ts';

interface Props {
  readonly id: string;
  onClose(): void;
}

/** One key: what it is, what it may do, and the form that changes that where the reader may. */
export function UpdateKeyFlyout({ id, onClose }: Props) {
  const key = useKey(id);
  const capabilities = useCapabilities();
  // A key that was read stays, with what was typed, also when reading it again fails.
  const { data: apiKey } = key;
  const now = useNow([apiKey?.expiration]);
  const form = useForm(apiKey === undefined ? NO_FIELDS : fieldsOf(apiKey));
  const formId = useId();
  const formRef = useRef<HTMLElement>(null);
  const save = useSaveKey(id, form, onClose);
  useFocusOnRejection(formRef, form.rejections);

  const loaded = apiKey !== undefined && capabilities.data !== undefined;
  const fixed = loaded ? whyFixed(apiKey, capabilities.data, now) : undefined;
  const editable = loaded && fixed === undefined;
  return (
    <KeyFlyoutFrame
      title={
        apiKey === undefined ? (
          <FormattedMessage id="projectApiKeys.updateKey.anyTitle" defaultMessage="API key" />
        ) : (
          <ForeignText>{apiKey.name ?? apiKey.id}</ForeignText>
        )
      }
      dirty={form.dirty}
      {...(editable && {
        submit: { form: formId, sending: form.sending, label: SUBMIT },
      })}
      onClose={onClose}
    >
      {content()}
    </KeyFlyoutFrame>
  );

  function content() {
    const error = key.error ?? capabilities.error;
    if (!loaded)
      return error === null ? (
        <EuiSkeletonText lines={6} data-test-subj="apiKeyFlyoutLoading" />
      ) : (
        <LoadFailure
          error={error}
          onRetry={() => void Promise.all([key.refetch(), capabilities.refetch()])}
        />
      );
    return (
      <EuiForm
        component="form"
        id={formId}
        ref={formRef}
        fullWidth
        onSubmit={(event) => {
          event.preventDefault();
          if (editable) void save();
        }}
      >
        <UpdateFailure failure={form.failure} />
        <KeyOverview apiKey={apiKey} now={now} />
        <EuiSpacer size="l" />
        {fixed !== undefined && <FixedNote why={fixed} />}
        {apiKey.type === 'rest' && <ChangeableSections form={form} readOnly={!editable} />}
        {editable && <LimitsNote />}
      </EuiForm>
    );
  }
}

const SUBMIT = (
  <FormattedMessage id="projectApiKeys.updateKey.submit" defaultMessage="Update API key" />
);
