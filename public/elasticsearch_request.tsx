import { EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { css } from '@emotion/react';
import React, { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Copyable } from './created_key/copyable.tsx';

interface Props {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Of Elasticsearch, e.g. `/_security/api_key`. */
  readonly path: string;
  /** Asked for while the request is shown; `undefined` while there is none to show. */
  body(): object | undefined;
}

const styles = css`
  summary {
    cursor: pointer;
  }
  pre {
    margin: 0;
    padding: 0;
    background: none;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

/** "Show the Elasticsearch request": what is asked of Elasticsearch, for its console, folded at first. */
export function ElasticsearchRequest({ method, path, body }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <EuiText size="s" css={styles}>
      <details
        data-test-subj="apiKeyRequest"
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>
          <FormattedMessage
            id="projectApiKeys.request.show"
            defaultMessage="Show the Elasticsearch request"
          />
        </summary>
        {isOpen && <Request text={requestText(method, path, body())} />}
      </details>
    </EuiText>
  );
}

function Request({ text }: { readonly text: string | undefined }) {
  return (
    <>
      <EuiSpacer size="s" />
      {text === undefined ? (
        <FormattedMessage
          id="projectApiKeys.request.none"
          defaultMessage="There is no request yet: something in the form is missing or wrong."
        />
      ) : (
        <Copyable key={text} data-test-subj="apiKeyRequestCopy" onCopied={() => undefined}>
          {(ref) => (
            <EuiPanel hasShadow={false} hasBorder paddingSize="s">
              <pre ref={ref}>{text}</pre>
            </EuiPanel>
          )}
        </Copyable>
      )}
    </>
  );
}

const requestText = (method: string, path: string, body: object | undefined) =>
  body && `${method} ${path}\n${JSON.stringify(body, null, 2)}`;
