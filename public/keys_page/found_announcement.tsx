import { EuiScreenReaderLive } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

/** Says to screen readers how many keys were found, whenever that changes. */
export function FoundAnnouncement({ total }: { readonly total: number | undefined }) {
  return (
    <EuiScreenReaderLive>
      {total !== undefined && (
        <FormattedMessage
          id="projectApiKeys.list.found"
          defaultMessage="{total, plural, =0 {No API keys found} one {# API key found} other {# API keys found}}"
          values={{ total }}
        />
      )}
    </EuiScreenReaderLive>
  );
}
