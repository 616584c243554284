import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { mayManage, maySeeOthers } from './permissions.ts';

/** Says which part of all keys this user sees or may change, where it is not the whole. */
export function AccessNote({ capabilities }: { readonly capabilities: Capabilities }) {
  const note = noteFor(capabilities);
  if (note === undefined) return null;
  return (
    <>
      <EuiCallOut size="s" iconType="info" title={note} />
      <EuiSpacer size="m" />
    </>
  );
}

function noteFor(capabilities: Capabilities) {
  if (!mayManage(capabilities))
    return (
      <FormattedMessage
        id="projectApiKeys.access.readOnly"
        defaultMessage="You can see API keys but not create or delete any: that needs the cluster privilege manage_own_api_key or manage_api_key."
      />
    );
  if (!maySeeOthers(capabilities))
    return (
      <FormattedMessage
        id="projectApiKeys.access.ownOnly"
        defaultMessage="Only your own API keys are shown. To see those of other users you need the cluster privilege read_security or manage_api_key."
      />
    );
  if (!capabilities.can_manage_all)
    return (
      <FormattedMessage
        id="projectApiKeys.access.deleteOwnOnly"
        defaultMessage="You can change and delete your own API keys only: other users’ need the cluster privilege manage_api_key."
      />
    );
  return undefined;
}
