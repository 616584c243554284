import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { FormFailure } from '../form/form_failure.tsx';
import type { RequestFailure } from '../form/request_failure.ts';
import type { WhyFixed } from './editable.ts';

/** Why an update was not taken. */
export function UpdateFailure({ failure }: { readonly failure: RequestFailure | undefined }) {
  return (
    <FormFailure
      failure={failure}
      title={
        <FormattedMessage
          id="projectApiKeys.updateKey.failed"
          defaultMessage="Updating the API key failed"
        />
      }
      ifUnanswered={
        <FormattedMessage
          id="projectApiKeys.updateKey.unanswered"
          defaultMessage="The key may have been updated all the same. It does no harm to save again."
        />
      }
    />
  );
}

/** Says what saving does besides. */
export function LimitsNote() {
  return (
    <>
      <EuiSpacer size="l" />
      <EuiText size="s" color="subdued">
        <FormattedMessage
          id="projectApiKeys.updateKey.limits"
          defaultMessage="Saving takes the privileges that you have now as the new limits of this key: it can never do more than they allow. The change counts from the next request made with it."
        />
      </EuiText>
    </>
  );
}

/** Says why a key cannot be changed here. */
export function FixedNote({ why }: { readonly why: WhyFixed }) {
  return (
    <>
      <EuiCallOut size="s" title={TEXTS[why]} data-test-subj="apiKeyReadOnly" />
      <EuiSpacer size="l" />
    </>
  );
}

const TEXTS: Readonly<Record<WhyFixed, React.ReactElement>> = {
  cross_cluster: (
    <FormattedMessage
      id="projectApiKeys.updateKey.crossCluster"
      defaultMessage="A cross-cluster key cannot be changed here."
    />
  ),
  other_owner: (
    <FormattedMessage
      id="projectApiKeys.updateKey.otherOwner"
      defaultMessage="Only its owner can change this key."
    />
  ),
  expired: (
    <FormattedMessage
      id="projectApiKeys.updateKey.expired"
      defaultMessage="This key has expired and can no longer be changed."
    />
  ),
  not_allowed: (
    <FormattedMessage
      id="projectApiKeys.updateKey.notAllowed"
      defaultMessage="You do not have the privilege “manage_own_api_key”, which changing a key needs."
    />
  ),
};
