import { EuiForm, EuiSpacer } from '@elastic/eui';
import React, { type FormEvent, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useAppServices } from '../../app_services.ts';
import { ElasticsearchRequest } from '../../elasticsearch_request.tsx';
import { useNow } from '../../key_summary/use_now.ts';
import { ExpiryField } from '../expiry/expiry_field.tsx';
import { ChangeableSections } from '../form/changeable_sections.tsx';
import { type NewKeyFields, toCreateBody } from '../form/key_form.ts';
import { NameField } from '../form/name_field.tsx';
import { useFocusOnRejection } from '../form/use_focus_on_rejection.ts';
import type { Form } from '../form/use_form.ts';
import { CreateFailure } from './create_failure.tsx';

interface Props {
  readonly id: string;
  readonly form: Form<NewKeyFields>;
  onSubmit(): Promise<void>;
}

/** What is to be said of a new key. */
export function CreateForm({ id, form, onSubmit }: Props) {
  const intl = useIntl();
  const { now: clock } = useAppServices();
  const now = useNow([]);
  const formRef = useRef<HTMLElement>(null);
  useFocusOnRejection(formRef, form.rejections);

  const change = <F extends 'name' | 'expiration'>(field: F, value: NewKeyFields[F]) => {
    form.change({ [field]: value });
    form.report(field, []);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };
  return (
    <EuiForm component="form" id={id} ref={formRef} fullWidth noValidate onSubmit={submit}>
      <CreateFailure failure={form.failure} name={form.fields.name} />
      <NameField
        value={form.fields.name}
        errors={form.errors.name ?? []}
        onChange={(name) => change('name', name)}
      />
      <ExpiryField
        value={form.fields.expiration}
        now={now}
        errors={form.errors.expiration ?? []}
        onChange={(expiration) => change('expiration', expiration)}
      />
      <EuiSpacer size="l" />
      <ChangeableSections form={form} />
      <EuiSpacer size="l" />
      <ElasticsearchRequest
        method="POST"
        path="/_security/api_key"
        body={() => {
          const checked = toCreateBody(form.fields, clock(), intl);
          return checked.ok ? checked.value : undefined;
        }}
      />
    </EuiForm>
  );
}
