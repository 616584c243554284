import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAskBeforeBack } from '../leave_guard/use_ask_before_back.ts';
import { useLeaveGuard } from '../leave_guard/use_leave_guard.tsx';

interface Props {
  readonly title: ReactNode;
  /** Whether closing would lose something. */
  readonly dirty?: boolean;
  /** The button that submits a form, by the form's id; without one there is only "Close". */
  readonly submit?: { readonly form: string; readonly label: ReactNode; readonly sending: boolean };
  /** Whether the focus goes back to where it was before, once the flyout is gone. */
  returnFocus?(): boolean;
  onClose(): void;
  readonly children: ReactNode;
}

/** What every flyout about a key has around it. It stays while a request is on its way. */
export function KeyFlyoutFrame({
  title,
  dirty = false,
  submit,
  returnFocus,
  onClose,
  children,
}: Props) {
  const titleId = useGeneratedHtmlId();
  const sending = submit?.sending === true;
  const { leave, question } = useLeaveGuard({
    active: dirty,
    texts: useLeaveTexts(),
    onLeave: onClose,
  });
  useAskBeforeBack(dirty, leave);
  return (
    <EuiFlyout
      size="m"
      data-test-subj="apiKeyFlyout"
      aria-labelledby={titleId}
      onClose={() => !sending && leave()}
      {...(returnFocus && { focusTrapProps: { returnFocus } })}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{title}</h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>{children}</EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              flush="left"
              data-test-subj="apiKeyCancel"
              isDisabled={sending}
              onClick={leave}
            >
              {submit === undefined ? (
                <FormattedMessage id="projectApiKeys.keyFlyout.close" defaultMessage="Close" />
              ) : (
                <FormattedMessage id="projectApiKeys.keyFlyout.cancel" defaultMessage="Cancel" />
              )}
            </EuiButtonEmpty>
          </EuiFlexItem>
          {submit !== undefined && (
            <EuiFlexItem grow={false}>
              <EuiButton
                fill
                type="submit"
                form={submit.form}
                isLoading={sending}
                data-test-subj="apiKeySubmit"
              >
                {submit.label}
              </EuiButton>
            </EuiFlexItem>
          )}
        </EuiFlexGroup>
      </EuiFlyoutFooter>
      {question}
    </EuiFlyout>
  );
}

function useLeaveTexts() {
  const intl = useIntl();
  return {
    title: intl.formatMessage({
      id: 'projectApiKeys.keyFlyout.leaveTitle',
      defaultMessage: 'Discard your changes?',
    }),
    body: intl.formatMessage({
      id: 'projectApiKeys.keyFlyout.leaveBody',
      defaultMessage: 'What you have entered will be lost.',
    }),
    leave: intl.formatMessage({
      id: 'projectApiKeys.keyFlyout.leaveConfirm',
      defaultMessage: 'Discard',
    }),
    stay: intl.formatMessage({
      id: 'projectApiKeys.keyFlyout.leaveCancel',
      defaultMessage: 'Keep editing',
    }),
  };
}
