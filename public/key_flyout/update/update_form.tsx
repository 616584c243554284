import { EuiForm, EuiSpacer } from '@elastic/eui';
import React, { type FormEvent, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { ElasticsearchRequest } from '../../elasticsearch_request.tsx';
import { ChangeableSections } from '../form/changeable_sections.tsx';
import { type ChangeableFields, toUpdateBody } from '../form/key_form.ts';
import { useFocusOnRejection } from '../form/use_focus_on_rejection.ts';
import type { Form } from '../form/use_form.ts';
import { ChangedMeanwhileNote } from './changed_meanwhile_note.tsx';
import type { WhyFixed } from './editable.ts';
import { KeyOverview } from './key_overview.tsx';
import { OwnerLimits } from './owner_limits.tsx';
import { FixedNote, LimitsNote, UpdateFailure } from './update_notes.tsx';

interface Props {
  readonly id: string;
  readonly form: Form<ChangeableFields>;
  readonly apiKey: ApiKey;
  /** ms since epoch */
  readonly now: number;
  /** Why nothing can be changed, where that is so. */
  readonly fixed: WhyFixed | undefined;
  onSave(onto?: ChangeableFields): Promise<void>;
}

/** What a key is, and the form that changes what can be changed of it. */
export function UpdateForm({ id, form, apiKey, now, fixed, onSave }: Props) {
  const intl = useIntl();
  const formRef = useRef<HTMLElement>(null);
  useFocusOnRejection(formRef, form.rejections);
  const editable = fixed === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (editable) void onSave();
  };
  const show = (theirs: ChangeableFields) => {
    form.restart(theirs);
    // The button that has the focus goes.
    formRef.current?.querySelector<HTMLElement>('[role="switch"]')?.focus();
  };
  const { failure } = form;
  return (
    <EuiForm component="form" id={id} ref={formRef} fullWidth onSubmit={submit}>
      {failure?.kind === 'changed' ? (
        <ChangedMeanwhileNote
          before={form.initial}
          theirs={failure.theirs}
          onLoad={() => show(failure.theirs)}
          onOverwrite={() => void onSave(failure.theirs)}
        />
      ) : (
        <UpdateFailure failure={failure} />
      )}
      <KeyOverview apiKey={apiKey} now={now} />
      <EuiSpacer size="l" />
      {fixed !== undefined && <FixedNote why={fixed} />}
      {apiKey.type === 'rest' && (
        <>
          <ChangeableSections form={form} readOnly={!editable} />
          <EuiSpacer size="l" />
          <OwnerLimits id={apiKey.id} />
        </>
      )}
      {editable && (
        <>
          <LimitsNote />
          <EuiSpacer size="l" />
          <ElasticsearchRequest
            method="PUT"
            path={`/_security/api_key/${encodeURIComponent(apiKey.id)}`}
            body={() => {
              const checked = toUpdateBody(form.fields, form.initial, intl);
              return checked.ok ? checked.value : undefined;
            }}
          />
        </>
      )}
    </EuiForm>
  );
}
