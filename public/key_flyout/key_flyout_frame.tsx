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
} from '@elastic/eui';
import React, { type ReactNode, useId, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAskBeforeBack } from '../leave_guard/use_ask_before_back.ts';
import { useLeaveGuard } from '../leave_guard/use_leave_guard.tsx';

/** Something else to do with the key, in the place of this flyout. */
export interface FlyoutAction {
  readonly label: ReactNode;
  readonly 'data-test-subj': string;
  readonly color?: 'danger';
  onClick(): void;
}

interface Props {
  readonly title: ReactNode;
  readonly actions?: readonly FlyoutAction[];
  /** Whether closing would lose something. */
  readonly dirty?: boolean;
  /** The button that submits a form, by the form's id; without one there is only "Close". */
  readonly submit?: {
    readonly form: string;
    readonly label: ReactNode;
    readonly sending: boolean;
    readonly 'data-test-subj': string;
  };
  /** Whether the focus goes back to where it was before, once the flyout is gone. */
  returnFocus?(): boolean;
  onClose(): void;
  readonly children: ReactNode;
}

/** What every flyout about a key has around it. It stays while a request is on its way. */
export function KeyFlyoutFrame({
  title,
  actions = [],
  dirty = false,
  submit,
  returnFocus,
  onClose,
  children,
}: Props) {
  const titleId = useId();
  const sending = submit?.sending === true;
  const next = useRef(onClose);
  const { leave, question } = useLeaveGuard({
    // The answer may have a secret that is told once.
    active: dirty || sending,
    texts: useLeaveTexts(),
    onLeave: () => next.current(),
  });
  const leaveTo = (where: () => void) => {
    next.current = where;
    leave();
  };
  const close = () => !sending && leaveTo(onClose);
  useAskBeforeBack(dirty || sending, close);
  return (
    <EuiFlyout
      size="m"
      data-test-subj="apiKeyFlyout"
      aria-labelledby={titleId}
      onClose={close}
      {...(returnFocus && { focusTrapProps: { returnFocus } })}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>{title}</h2>
        </EuiTitle>
        {actions.length > 0 && (
          <EuiFlexGroup gutterSize="s" responsive={false} wrap>
            {actions.map(({ label, onClick, ...rest }) => (
              <EuiFlexItem key={rest['data-test-subj']} grow={false}>
                <EuiButtonEmpty
                  {...rest}
                  size="s"
                  flush="left"
                  isDisabled={sending}
                  onClick={() => leaveTo(onClick)}
                >
                  {label}
                </EuiButtonEmpty>
              </EuiFlexItem>
            ))}
          </EuiFlexGroup>
        )}
      </EuiFlyoutHeader>
      <EuiFlyoutBody>{children}</EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              flush="left"
              data-test-subj="apiKeyCancel"
              isDisabled={sending}
              onClick={() => leaveTo(onClose)}
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
                data-test-subj={submit['data-test-subj']}
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
