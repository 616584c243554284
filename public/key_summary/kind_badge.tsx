import { useEuiTheme } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Kind } from '../../common/api_key.ts';

/**
 * What kind of key it is, as a badge. EUI's own measures itself in the document, which a table of
 * many makes slow.
 */
export function KindBadge({ kind }: { readonly kind: Kind }) {
  const { euiTheme } = useEuiTheme();
  return (
    <span
      style={{
        display: 'inline-block',
        paddingInline: euiTheme.size.s,
        border: euiTheme.border.thin,
        borderRadius: euiTheme.border.radius.small,
        fontSize: '0.857em',
        whiteSpace: 'nowrap',
      }}
    >
      {KIND_NAMES[kind]}
    </span>
  );
}

export const KIND_NAMES: Readonly<Record<Kind, React.ReactElement>> = {
  personal: <FormattedMessage id="projectApiKeys.kind.personal" defaultMessage="Personal" />,
  managed: <FormattedMessage id="projectApiKeys.kind.managed" defaultMessage="Managed" />,
  cross_cluster: (
    <FormattedMessage id="projectApiKeys.kind.crossCluster" defaultMessage="Cross-cluster" />
  ),
};
