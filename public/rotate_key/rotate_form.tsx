import { EuiCallOut, EuiForm, EuiSpacer, EuiText } from '@elastic/eui';
import React, { type FormEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { FormFailure } from '../key_flyout/form/form_failure.tsx';
import { useFocusOnRejection } from '../key_flyout/form/use_focus_on_rejection.ts';
import { ListLink } from '../key_flyout/list_link.tsx';
import { KeyOverview } from '../key_flyout/update/key_overview.tsx';
import { useNow } from '../key_summary/use_now.ts';
import { DEFAULT_GRACE_PERIOD } from './grace_period.ts';
import { GracePeriodField } from './grace_period_field.tsx';
import type { Rotation } from './use_rotation.ts';

interface Props {
  readonly id: string;
  readonly apiKey: ApiKey;
  readonly rotation: Rotation;
}

/** Which key is rotated, what that means, and how long the old one goes on. */
export function RotateForm({ id, apiKey, rotation }: Props) {
  const { failure, failures, rotate } = rotation;
  const [grace, setGrace] = useState(DEFAULT_GRACE_PERIOD);
  const now = useNow([apiKey.expiration]);
  const formRef = useRef<HTMLElement>(null);
  useFocusOnRejection(formRef, failures);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void rotate({ grace_period: grace });
  };
  return (
    <EuiForm component="form" id={id} ref={formRef} fullWidth onSubmit={submit}>
      <FormFailure
        failure={failure}
        title={
          <FormattedMessage
            id="projectApiKeys.rotate.failed"
            defaultMessage="Rotating the key failed"
          />
        }
        ifUnanswered={
          <FormattedMessage
            id="projectApiKeys.rotate.unanswered"
            defaultMessage="There may be a new key all the same, whose secret nobody has seen. <list>Look for it in the list</list>, and delete it before you try again."
            values={{
              list: (text) => (
                <ListLink key="list" search={`metadata.rotated_from:${apiKey.id}`}>
                  {text}
                </ListLink>
              ),
            }}
          />
        }
      />
      <KeyOverview apiKey={apiKey} now={now} />
      <EuiSpacer size="l" />
      <NewKeyNote apiKey={apiKey} now={now} />
      <EuiSpacer size="m" />
      {apiKey.kind === 'managed' && <ManagedWarning />}
      <GracePeriodField
        value={grace}
        expiration={apiKey.expiration}
        now={now}
        onChange={setGrace}
      />
    </EuiForm>
  );
}

function NewKeyNote({
  apiKey: { creation, expiration },
  now,
}: {
  readonly apiKey: ApiKey;
  readonly now: number;
}) {
  const intl = useIntl();
  return (
    <EuiText size="s">
      <p>
        <FormattedMessage
          id="projectApiKeys.rotate.newKey"
          defaultMessage="You get a new key with the same name, privileges and metadata. The privileges that you have now become its limits."
        />{' '}
        {expiration === undefined ? (
          <FormattedMessage
            id="projectApiKeys.rotate.newKeyNeverExpires"
            defaultMessage="Like the old one, it never expires."
          />
        ) : (
          <FormattedMessage
            id="projectApiKeys.rotate.newKeyExpires"
            defaultMessage="It lives as long as the old one was to live, until {date}."
            values={{
              date: intl.formatDate(now + expiration - creation, {
                dateStyle: 'long',
                timeStyle: 'short',
              }),
            }}
          />
        )}
      </p>
    </EuiText>
  );
}

function ManagedWarning() {
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="warning"
        data-test-subj="apiKeyRotateManaged"
        title={
          <FormattedMessage
            id="projectApiKeys.rotate.managed"
            defaultMessage="A background task uses this key. It does not hear of the new one, and stops when the old one ends."
          />
        }
      />
      <EuiSpacer size="m" />
    </>
  );
}
