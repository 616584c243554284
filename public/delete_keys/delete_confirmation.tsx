import {
  EuiButton,
  EuiButtonEmpty,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
} from '@elastic/eui';
import React, { type FormEvent, useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { CountField } from './count_field.tsx';
import { DeleteRequest } from './delete_request.tsx';
import { countOf, type DeleteTarget } from './delete_target.ts';
import { DoomedKeys } from './doomed_keys.tsx';
import { ReadableBody } from './readable_body.tsx';
import { isTypedCount, TYPE_COUNT_ABOVE } from './typed_count.ts';

interface Props {
  readonly titleId: string;
  readonly target: DeleteTarget;
  onConfirm(): void;
  onCancel(): void;
}

/** Names what will go, warns of what stops working then, and asks. */
export function DeleteConfirmation({ titleId, target, onConfirm, onCancel }: Props) {
  const formId = useId();
  const [typed, setTyped] = useState('');
  const count = countOf(target);
  const mustType = count > TYPE_COUNT_ABOVE;
  const isReady = !mustType || isTypedCount(typed, count);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onConfirm();
  };
  return (
    <>
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          <FormattedMessage
            id="projectApiKeys.delete.title"
            defaultMessage="Delete {count, plural, one {this API key} other {# API keys}}?"
            values={{ count }}
          />
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <ReadableBody titleId={titleId}>
        <DoomedKeys target={target} />
        <form id={formId} onSubmit={submit}>
          {mustType && <CountField count={count} value={typed} onChange={setTyped} />}
        </form>
        {'keys' in target && <DeleteRequest keys={target.keys} />}
      </ReadableBody>
      <EuiModalFooter>
        <EuiButtonEmpty data-test-subj="confirmModalCancelButton" onClick={onCancel}>
          <FormattedMessage id="projectApiKeys.delete.cancel" defaultMessage="Cancel" />
        </EuiButtonEmpty>
        <EuiButton
          data-test-subj="confirmModalConfirmButton"
          type="submit"
          form={formId}
          fill
          color="danger"
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
