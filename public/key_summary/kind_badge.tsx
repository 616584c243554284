import { EuiBadge } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Kind } from '../../common/api_key.ts';

/** What kind of key it is, as a badge. */
export function KindBadge({ kind }: { readonly kind: Kind }) {
  return <EuiBadge color="hollow">{KIND_NAMES[kind]}</EuiBadge>;
}

export const KIND_NAMES: Readonly<Record<Kind, React.ReactElement>> = {
  personal: <FormattedMessage id="projectApiKeys.kind.personal" defaultMessage="Personal" />,
  managed: <FormattedMessage id="projectApiKeys.kind.managed" defaultMessage="Managed" />,
  cross_cluster: (
    <FormattedMessage id="projectApiKeys.kind.crossCluster" defaultMessage="Cross-cluster" />
  ),
};
