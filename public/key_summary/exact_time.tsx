import { EuiToolTip } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { useIntl } from 'react-intl';

interface Props {
  /** ms since epoch */
  readonly at: number;
  readonly children: ReactNode;
}

/** A text about a moment, with the moment itself in a tooltip that the keyboard reaches too. */
export function ExactTime({ at, children }: Props) {
  const intl = useIntl();
  return (
    <EuiToolTip content={intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip is its action */}
      <time dateTime={new Date(at).toISOString()} tabIndex={0}>
        {children}
      </time>
    </EuiToolTip>
  );
}
