import React, { Fragment } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { ForeignText } from './foreign_text.tsx';

/** What a key may do in short: the names of its role descriptors, or all that its owner may. */
export function KeyPrivileges({ apiKey }: { readonly apiKey: ApiKey }) {
  if (apiKey.type === 'cross_cluster')
    return (
      <FormattedMessage
        id="projectApiKeys.privileges.crossCluster"
        defaultMessage="Cross-cluster access"
      />
    );
  const roles = Object.keys(apiKey.role_descriptors ?? {});
  if (roles.length === 0)
    return (
      <FormattedMessage id="projectApiKeys.privileges.sameAsOwner" defaultMessage="Same as owner" />
    );
  return roles.map((role, index) => (
    <Fragment key={role}>
      {index > 0 && ', '}
      <ForeignText>{role}</ForeignText>
    </Fragment>
  ));
}
