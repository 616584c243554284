import { EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { css } from '@emotion/react';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { useCapabilities } from '../api/queries.ts';
import { curlSnippet } from './curl_snippet.ts';

interface Props {
  readonly encoded: string;
  onCopied(): void;
}

const wrapping = css`
  pre {
    margin: 0;
    padding: 0;
    background: none;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

/** How a program uses the key: a line to try at once. */
export function Snippet({ encoded, onCopied }: Props) {
  const { data } = useCapabilities();
  return (
    <>
      <EuiText size="s">
        <FormattedMessage
          id="projectApiKeys.createdKey.tryIt"
          defaultMessage="Try it in a shell: Elasticsearch answers who the key is."
        />
      </EuiText>
      <EuiSpacer size="xs" />
      <EuiPanel hasShadow={false} hasBorder paddingSize="s">
        <EuiText size="s" css={wrapping}>
          <pre data-test-subj="apiKeySnippet" onCopy={onCopied}>
            {curlSnippet(encoded, data?.elasticsearch_url)}
          </pre>
        </EuiText>
      </EuiPanel>
    </>
  );
}
