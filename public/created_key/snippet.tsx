import { EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { css } from '@emotion/react';
import React, { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { useCapabilities, useKey } from '../api/queries.ts';
import { ChoiceField } from './choice_field.tsx';
import { Copyable } from './copyable.tsx';
import { firstRequest } from './snippets/first_request.ts';
import { type Language, SNIPPETS } from './snippets/snippets.ts';

interface Props {
  readonly created: CreatedKey;
  onCopied(): void;
}

/** Nobody is there: example domains are reserved (RFC 2606). */
const UNKNOWN_URL = 'https://elasticsearch.example:9200';

const wrapping = css`
  pre {
    margin: 0;
    padding: 0;
    background: none;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 4;
  }
`;

/** How a program uses the key: a few lines to try at once. */
export function Snippet({ created, onCopied }: Props) {
  const [language, setLanguage] = useState<Language>('curl');
  const { data: { elasticsearch_url: url = UNKNOWN_URL } = {} } = useCapabilities();
  const { data: apiKey } = useKey(created.id);
  const request = firstRequest(apiKey?.role_descriptors);
  const code = SNIPPETS[language]({ encoded: created.encoded, url, request });
  return (
    <>
      <ChoiceField
        label={
          <FormattedMessage id="projectApiKeys.createdKey.tryIt" defaultMessage="Try it with" />
        }
        hint={
          url === UNKNOWN_URL && (
            <FormattedMessage
              id="projectApiKeys.createdKey.unknownUrl"
              defaultMessage="Put the address of your Elasticsearch in the place of {url}."
              values={{ url }}
            />
          )
        }
        names={NAMES}
        value={language}
        data-test-subj="apiKeySnippetLanguage"
        onChange={setLanguage}
      />
      <EuiSpacer size="s" />
      <Copyable
        key={language + request.path}
        data-test-subj="apiKeySnippetCopy"
        onCopied={onCopied}
      >
        {(ref) => (
          <EuiPanel hasShadow={false} hasBorder paddingSize="s">
            <EuiText size="s" css={wrapping}>
              <pre data-test-subj="apiKeySnippet" ref={ref} onCopy={onCopied}>
                {code}
              </pre>
            </EuiText>
          </EuiPanel>
        )}
      </Copyable>
    </>
  );
}

/** Proper names, the same in every language. */
const NAMES: Readonly<Record<Language, string>> = {
  curl: 'curl',
  javascript: 'JavaScript',
  python: 'Python',
  go: 'Go',
};
