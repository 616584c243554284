import { EuiButton, EuiPanel, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import React, { useEffect, useId, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { useAskBeforeLeaving } from '../leave_guard/use_ask_before_back.ts';
import { useLeaveGuard } from '../leave_guard/use_leave_guard.tsx';
import { ForProgramsNote } from './for_programs_note.tsx';
import { type PreviousKey, PreviousKeyNote } from './previous_key_note.tsx';
import { SecretField } from './secret_field.tsx';
import { Snippet } from './snippet.tsx';
import { TestKeyButton } from './test_key_button.tsx';

interface Props {
  readonly created: CreatedKey;
  /** The key that this one replaces, after a rotation. */
  readonly previous?: PreviousKey | undefined;
  onDone(): void;
}

/** The secret of a new key, the only time that it can be seen. */
export function CreatedKeyPanel({ created, previous, onDone }: Props) {
  const [copied, setCopied] = useState(false);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { leave, question } = useLeaveGuard({
    active: !copied,
    texts: useLeaveTexts(),
    onLeave: onDone,
  });
  useAskBeforeLeaving(!copied, leave);
  // Screen readers read it out, and the keyboard goes on from there.
  useEffect(() => title.current?.focus(), []);

  return (
    <>
      <EuiPanel
        color="success"
        role="region"
        aria-labelledby={titleId}
        data-test-subj="apiKeyCreated"
      >
        <EuiTitle size="s">
          <h2 id={titleId} ref={title} tabIndex={-1}>
            <FormattedMessage
              id="projectApiKeys.createdKey.title"
              defaultMessage="Created API key “{name}”"
              values={{ name: <ForeignText>{created.name}</ForeignText> }}
            />
          </h2>
        </EuiTitle>
        <EuiSpacer size="s" />
        <EuiText size="s">
          <FormattedMessage
            id="projectApiKeys.createdKey.once"
            defaultMessage="Copy the key now and keep it in a safe place. It is shown this once and never again."
          />
        </EuiText>
        {previous !== undefined && <PreviousKeyNote previous={previous} />}
        <EuiSpacer size="m" />
        <SecretField created={created} onCopied={() => setCopied(true)} />
        <EuiSpacer size="m" />
        <TestKeyButton encoded={created.encoded} />
        <EuiSpacer size="m" />
        <Snippet created={created} onCopied={() => setCopied(true)} />
        <EuiSpacer size="m" />
        <ForProgramsNote />
        <EuiSpacer size="m" />
        <EuiButton color="text" data-test-subj="apiKeyCreatedDone" onClick={leave}>
          <FormattedMessage id="projectApiKeys.createdKey.done" defaultMessage="Done" />
        </EuiButton>
        {question}
      </EuiPanel>
      <EuiSpacer size="l" />
    </>
  );
}

function useLeaveTexts() {
  const intl = useIntl();
  return {
    title: intl.formatMessage({
      id: 'projectApiKeys.createdKey.leaveTitle',
      defaultMessage: 'Close without copying the key?',
    }),
    body: intl.formatMessage({
      id: 'projectApiKeys.createdKey.leaveBody',
      defaultMessage: 'It cannot be shown again. Without it the key is of no use.',
    }),
    leave: intl.formatMessage({
      id: 'projectApiKeys.createdKey.leaveConfirm',
      defaultMessage: 'Close',
    }),
    stay: intl.formatMessage({
      id: 'projectApiKeys.createdKey.leaveCancel',
      defaultMessage: 'Back to the key',
    }),
  };
}
