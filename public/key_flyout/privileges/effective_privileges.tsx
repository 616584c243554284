import { EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { GrantedRoles } from './granted_roles.tsx';
import type { PrivilegeCheck } from './use_privilege_check.ts';

/** What the key will really be able to do, in words. */
export function EffectivePrivileges({ check }: { readonly check: PrivilegeCheck }) {
  if (check.kind === 'idle' || check.kind === 'refused') return null;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiText size="s" data-test-subj="apiKeyEffectivePrivileges">
        {content(check)}
      </EuiText>
    </>
  );
}

function content(check: Exclude<PrivilegeCheck, { readonly kind: 'idle' | 'refused' }>) {
  switch (check.kind) {
    case 'waiting':
      return (
        <FormattedMessage
          id="projectApiKeys.keyPrivileges.checking"
          defaultMessage="Checking which of these privileges you have…"
        />
      );
    case 'unavailable':
      return (
        <FormattedMessage
          id="projectApiKeys.keyPrivileges.unchecked"
          defaultMessage="Which of these privileges you have could not be checked. The key gets at most those."
        />
      );
    case 'checked':
      return <GrantedRoles descriptors={check.descriptors} missing={check.missing} />;
  }
}
