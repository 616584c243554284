import { EuiSkeletonText } from '@elastic/eui';
import React, { type ReactNode, useId, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type CreatedKey, createKeyRoute } from '../../common/http_api/create_key.ts';
import { useKey, useRefreshKeys } from '../api/queries.ts';
import { useAppServices } from '../app_services.ts';
import { cloneOf } from './create/clone_of.ts';
import { CreateForm } from './create/create_form.tsx';
import { NEW_KEY, type NewKeyFields, toCreateBody } from './form/key_form.ts';
import { useForm } from './form/use_form.ts';
import { KeyFlyoutFrame } from './key_flyout_frame.tsx';
import { LoadFailure } from './load_failure.tsx';

interface Props {
  /** The id of a key that the new one begins as a copy of. */
  readonly from?: string | undefined;
  /** Gets the new key with its secret; then the flyout is to go. */
  onCreated(created: CreatedKey): void;
  onClose(): void;
}

/** The form that makes a key: an empty one, or one filled in from another key. */
export function CreateKeyFlyout({ from, ...rest }: Props) {
  return from === undefined ? (
    <NewKeyFlyout {...rest} begin={NEW_KEY} />
  ) : (
    <CloneKeyFlyout {...rest} from={from} />
  );
}

function CloneKeyFlyout({ from, ...rest }: Omit<Props, 'from'> & { readonly from: string }) {
  const intl = useIntl();
  // A key that was read stays, also when it is deleted while its copy is being written.
  const { data, error, refetch } = useKey(from);
  return (
    <NewKeyFlyout {...rest} begin={data && cloneOf(data, intl)}>
      {error === null ? (
        <EuiSkeletonText lines={6} data-test-subj="apiKeyFlyoutLoading" />
      ) : (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      )}
    </NewKeyFlyout>
  );
}

interface NewKeyProps extends Omit<Props, 'from'> {
  /** What the form begins with, once that is known. */
  readonly begin: NewKeyFields | undefined;
  /** Shown until then. */
  readonly children?: ReactNode;
}

function NewKeyFlyout({ begin, onCreated, onClose, children }: NewKeyProps) {
  const { api, now } = useAppServices();
  const intl = useIntl();
  const refreshKeys = useRefreshKeys();
  const form = useForm(begin ?? NEW_KEY);
  const formId = useId();
  const created = useRef(false);

  const submit = () =>
    form.submit(
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
  return (
    <KeyFlyoutFrame
      title={TITLE}
      dirty={form.dirty}
      {...(begin && {
        submit: {
          form: formId,
          sending: form.sending,
          label: TITLE,
          'data-test-subj': 'apiKeySubmit',
        },
      })}
      // The new key's secret gets the focus.
      returnFocus={() => !created.current}
      onClose={onClose}
    >
      {begin ? <CreateForm id={formId} form={form} onSubmit={submit} /> : children}
    </KeyFlyoutFrame>
  );
}

const TITLE = (
  <FormattedMessage id="projectApiKeys.createKey.title" defaultMessage="Create API key" />
);
