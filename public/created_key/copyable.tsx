import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import React, { type ReactNode, type RefCallback, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { copyText } from './copy_text.ts';

interface Props {
  /** Renders what is to be copied, with `ref` on the element that holds the text. */
  children(ref: RefCallback<HTMLElement>): ReactNode;
  /** Whether this is the main thing to do. */
  readonly fill?: boolean;
  readonly 'data-test-subj': string;
  onCopied(): void;
}

/** A text with a button that copies it and says whether that worked. */
export function Copyable({ children, fill = false, 'data-test-subj': testSubj, onCopied }: Props) {
  const element = useRef<HTMLElement | null>(null);
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  const copy = async () => {
    if (element.current === null) return;
    const copied = await copyText(element.current);
    setOutcome(copied ? 'copied' : 'failed');
    if (copied) onCopied();
  };

  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: '15em' }}>
          {children((rendered) => {
            element.current = rendered;
          })}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            fill={fill}
            iconType={outcome === 'copied' ? 'check' : 'copy'}
            data-test-subj={testSubj}
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
            defaultMessage="The browser did not let this page copy. The text is selected: copy it with the keyboard."
          />
        )}
      </EuiText>
    </>
  );
}
