import {
  EuiButtonEmpty,
  EuiFieldText,
  EuiFormRow,
  EuiModal,
  EuiModalBody,
  EuiModalFooter,
  EuiModalHeader,
  EuiModalHeaderTitle,
  EuiSpacer,
} from '@elastic/eui';
import React, { useId, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { parseCredential } from '../../common/credential_formats.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { LookedUpKey } from './looked_up_key.tsx';
import { Unreadable } from './unreadable.tsx';

interface Props {
  readonly capabilities: Capabilities;
  onDelete(key: ApiKey): void;
  onClose(): void;
}

/**
 * Finds the key that a pasted secret belongs to. Its id is read here and is all that is sent; the
 * text goes with the dialog.
 */
export function FindLeakedKey({ capabilities, onDelete, onClose }: Props) {
  const titleId = useId();
  const inputId = useId();
  const [text, setText] = useState('');
  const id = parseCredential(text)?.id;
  return (
    <EuiModal aria-labelledby={titleId} initialFocus={`[id="${inputId}"]`} onClose={onClose}>
      <EuiModalHeader>
        <EuiModalHeaderTitle id={titleId}>
          <FormattedMessage
            id="projectApiKeys.findLeaked.title"
            defaultMessage="Find a leaked key"
          />
        </EuiModalHeaderTitle>
      </EuiModalHeader>
      <EuiModalBody>
        <EuiFormRow
          fullWidth
          id={inputId}
          label={
            <FormattedMessage id="projectApiKeys.findLeaked.input" defaultMessage="Leaked key" />
          }
          helpText={
            <FormattedMessage
              id="projectApiKeys.findLeaked.hint"
              defaultMessage="Paste it as you found it. Only its id is sent, to look it up; the secret stays in this field until you close the dialog."
            />
          }
        >
          <EuiFieldText
            fullWidth
            autoComplete="off"
            spellCheck={false}
            data-test-subj="apiKeysFindLeakedInput"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </EuiFormRow>
        <EuiSpacer size="m" />
        {id !== undefined ? (
          <LookedUpKey key={id} id={id} capabilities={capabilities} onDelete={onDelete} />
        ) : (
          text.trim() !== '' && <Unreadable />
        )}
      </EuiModalBody>
      <EuiModalFooter>
        <EuiButtonEmpty onClick={onClose}>
          <FormattedMessage id="projectApiKeys.findLeaked.close" defaultMessage="Close" />
        </EuiButtonEmpty>
      </EuiModalFooter>
    </EuiModal>
  );
}
