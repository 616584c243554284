import { EuiFieldText, EuiSpacer } from '@elastic/eui';
import React, { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type CredentialFormat, credentialFormats } from '../../common/credential_formats.ts';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { ChoiceField } from './choice_field.tsx';
import { Copyable } from './copyable.tsx';

interface Props {
  readonly created: CreatedKey;
  onCopied(): void;
}

/** The secret in a field that can be read and copied, in the form that its program takes. */
export function SecretField({ created, onCopied }: Props) {
  const intl = useIntl();
  const [format, setFormat] = useState<CredentialFormat>('encoded');
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="projectApiKeys.createdKey.format" defaultMessage="Format" />}
        hint={USES[format]}
        names={NAMES}
        value={format}
        data-test-subj="apiKeyCreatedFormat"
        onChange={setFormat}
      />
      <EuiSpacer size="s" />
      <Copyable key={format} fill data-test-subj="apiKeyCopy" onCopied={onCopied}>
        {(ref) => (
          <EuiFieldText
            fullWidth
            readOnly
            controlOnly
            autoComplete="off"
            spellCheck={false}
            aria-label={intl.formatMessage(
              { id: 'projectApiKeys.createdKey.value', defaultMessage: 'API key, {format}' },
              { format: NAMES[format] },
            )}
            data-test-subj="apiKeyCreatedValue"
            inputRef={ref}
            value={credentialFormats(created)[format]}
            onFocus={({ target }) => target.select()}
            // By the keyboard or the menu it is copied as well.
            onCopy={onCopied}
          />
        )}
      </Copyable>
    </>
  );
}

/** Proper names, the same in every language. */
const NAMES: Readonly<Record<CredentialFormat, string>> = {
  encoded: 'Encoded',
  json: 'JSON',
  beats: 'Beats',
  logstash: 'Logstash',
};

const USES: Readonly<Record<CredentialFormat, ReactElement>> = {
  encoded: (
    <FormattedMessage
      id="projectApiKeys.createdKey.useEncoded"
      defaultMessage="For the header “Authorization: ApiKey …” and for the clients of Elasticsearch."
    />
  ),
  json: (
    <FormattedMessage
      id="projectApiKeys.createdKey.useJson"
      defaultMessage="For programs that read what Elasticsearch answers when it creates a key."
    />
  ),
  beats: (
    <FormattedMessage
      id="projectApiKeys.createdKey.useBeats"
      defaultMessage="For api_key below output.elasticsearch in the settings of a Beat."
    />
  ),
  logstash: (
    <FormattedMessage
      id="projectApiKeys.createdKey.useLogstash"
      defaultMessage="For api_key of an elasticsearch plugin in a pipeline of Logstash."
    />
  ),
};
