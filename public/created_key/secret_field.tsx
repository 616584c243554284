import { EuiButton, EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import React, { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copyText } from './copy_text.ts';

interface Props {
  readonly value: string;
  onCopied(): void;
}

/** The secret in a field that can be read and copied. */
export function SecretField({ value, onCopied }: Props) {
  const intl = useIntl();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  const copy = async () => {
    if (field.current === null) return;
    const copied = await copyText(field.current);
    setOutcome(copied ? 'copied' : 'failed');
    if (copied) onCopied();
  };

  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem>
          <EuiFieldText
            fullWidth
            readOnly
            controlOnly
            autoComplete="off"
            spellCheck={false}
            aria-label={intl.formatMessage({
              id: 'projectApiKeys.createdKey.value',
              defaultMessage: 'API key, encoded',
            })}
            data-test-subj="apiKeyCreatedValue"
            inputRef={field}
            value={value}
            onFocus={({ target }) => target.select()}
            // By the keyboard or the menu it is copied as well.
            onCopy={onCopied}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            fill
            iconType={outcome === 'copied' ? 'check' : 'copy'}
            data-test-subj="apiKeyCopy"
            onClick={copy}
          >
            {outcome === 'copied' ? (
              <FormattedMessage id="projectApiKeys.createdKey.copied" defaultMessage="Copied" />
            ) : (
              <FormattedMessage id="projectApiKeys.createdKey.copy" defaultMessage="Copy" />
            )}
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiText size="xs" color="danger" role="status">
        {outcome === 'failed' && (
          <FormattedMessage
            id="projectApiKeys.createdKey.copyFailed"
            defaultMessage="The browser did not let this page copy. The key is selected: copy it with the keyboard."
          />
        )}
      </EuiText>
    </>
  );
}
