import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiProgress,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import React, { type FormEvent, useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { CountField } from './count_field.tsx';
import { KeyNames } from './key_names.tsx';
import { isTypedCount, TYPE_COUNT_ABOVE } from './typed_count.ts';

interface Props {
  readonly titleId: string;
  readonly keys: readonly ApiKey[];
  readonly isDeleting: boolean;
  onConfirm(): void;
  onCancel(): void;
}

/** Names what will go, warns of what stops working then, and asks. */
export function DeleteConfirmation({ titleId, keys, isDeleting, onConfirm, onCancel }: Props) {
  const formId = useId();
  const [typed, setTyped] = useState('');
  const count = keys.length;
  const managed = keys.filter(({ kind }) => kind === 'managed').length;
  const mustType = count > TYPE_COUNT_ABOVE;
  const isReady = !mustType || isTypedCount(typed, count);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onConfirm();
  };
  return (
    <>
      {isDeleting && (
        <EuiProgress data-test-subj="apiKeysDeleteProgress" size="xs" position="absolute" />
      )}
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          <FormattedMessage
            id="projectApiKeys.delete.title"
            defaultMessage="Delete {count, plural, one {this API key} other {# API keys}}?"
            values={{ count }}
          />
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        {managed > 0 && (
          <>
            <EuiCallOut
              size="s"
              color="warning"
              iconType="warning"
              title={
                <FormattedMessage
                  id="projectApiKeys.delete.managed"
                  defaultMessage="{managed, plural, one {# managed API key: the background task that uses it stops} other {# managed API keys: the background tasks that use them stop}} working."
                  values={{ managed }}
                />
              }
            />
            <EuiSpacer size="m" />
          </>
        )}
        <EuiText size="s">
          <p>
            <FormattedMessage
              id="projectApiKeys.delete.consequence"
              defaultMessage="Programs that use {count, plural, one {it} other {them}} lose their access at once. This cannot be undone."
              values={{ count }}
            />
          </p>
          <KeyNames keys={keys} />
        </EuiText>
        <form id={formId} onSubmit={submit}>
          {mustType && <CountField count={count} value={typed} onChange={setTyped} />}
        </form>
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty
          data-test-subj="confirmModalCancelButton"
          isDisabled={isDeleting}
          onClick={onCancel}
        >
          <FormattedMessage id="projectApiKeys.delete.cancel" defaultMessage="Cancel" />
        </EuiButtonEmpty>
        <EuiButton
          data-test-subj="confirmModalConfirmButton"
          type="submit"
          form={formId}
          fill
          color="danger"
          isLoading={isDeleting}
          isDisabled={!isReady}
        >
          <FormattedMessage
            id="projectApiKeys.delete.confirm"
            defaultMessage="Delete {count, plural, one {API key} other {# API keys}}"
            values={{ count }}
          />
        </EuiButton>
      </EuiModalFooter>
    </>
  );
}
