import { EuiForm, EuiSpacer } from '@elastic/eui';
import React, { type FormEvent, useId, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type CreatedKey, createKeyRoute } from '../../common/http_api/create_key.ts';
import { useRefreshKeys } from '../api/queries.ts';
import { useAppServices } from '../app_services.ts';
import { ChangeableSections } from './changeable_sections.tsx';
import { ExpiryField } from './expiry_field.tsx';
import { FormFailure } from './form_failure.tsx';
import { KeyFlyoutFrame } from './key_flyout_frame.tsx';
import { NEW_KEY, toCreateBody } from './key_form.ts';
import { NameField } from './name_field.tsx';
import type { RequestFailure } from './request_failure.ts';
import { useFocusOnRejection } from './use_focus_on_rejection.ts';
import { useForm } from './use_form.ts';

interface Props {
  /** Gets the new key with its secret; then the flyout is to go. */
  onCreated(created: CreatedKey): void;
  onClose(): void;
}

/** The form that makes a key. */
export function CreateKeyFlyout({ onCreated, onClose }: Props) {
  const { api, now } = useAppServices();
  const intl = useIntl();
  const refreshKeys = useRefreshKeys();
  const form = useForm(NEW_KEY);
  const formId = useId();
  const formRef = useRef<HTMLElement>(null);
  const created = useRef(false);
  useFocusOnRejection(formRef, form.rejections);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    return form.submit(
      (fields) => toCreateBody(fields, now(), intl),
      async (body) => {
        try {
          const key = await api.call(createKeyRoute, { body });
          created.current = true;
          onCreated(key);
        } catch (error) {
          // The key may be there all the same, and then it belongs into the list.
          void refreshKeys();
          throw error;
        }
      },
    );
  };

  return (
    <KeyFlyoutFrame
      title={
        <FormattedMessage id="projectApiKeys.createKey.title" defaultMessage="Create API key" />
      }
      dirty={form.dirty}
      submit={{
        form: formId,
        sending: form.sending,
        label: (
          <FormattedMessage id="projectApiKeys.createKey.submit" defaultMessage="Create API key" />
        ),
      }}
      // The new key's secret gets the focus.
      returnFocus={() => !created.current}
      onClose={onClose}
    >
      <EuiForm component="form" id={formId} ref={formRef} fullWidth noValidate onSubmit={submit}>
        <CreateFailure failure={form.failure} />
        <NameField
          value={form.fields.name}
          errors={form.errors.name ?? []}
          onChange={(name) => {
            form.change({ name });
            form.report('name', []);
          }}
        />
        <ExpiryField
          value={form.fields.expiration}
          now={now()}
          errors={form.errors.expiration ?? []}
          onChange={(expiration) => {
            form.change({ expiration });
            form.report('expiration', []);
          }}
        />
        <EuiSpacer size="l" />
        <ChangeableSections form={form} />
      </EuiForm>
    </KeyFlyoutFrame>
  );
}

function CreateFailure({ failure }: { readonly failure: RequestFailure | undefined }) {
  return (
    <FormFailure
      failure={failure}
      title={
        <FormattedMessage
          id="projectApiKeys.createKey.failed"
          defaultMessage="Creating the API key failed"
        />
      }
      ifUnanswered={
        <FormattedMessage
          id="projectApiKeys.createKey.unanswered"
          defaultMessage="The key may have been created all the same. Look for it in the list before you try again: a key whose secret was never shown is best deleted."
        />
      }
    />
  );
}
