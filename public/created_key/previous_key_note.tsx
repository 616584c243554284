import { EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { useNow } from '../key_summary/use_now.ts';

/** The key that a new one takes the place of. */
export interface PreviousKey {
  readonly id: string;
  readonly name?: string | null;
  /** ms since epoch */
  readonly expiration: number;
}

/** Until when the old key still works, after a rotation. */
export function PreviousKeyNote({ previous }: { readonly previous: PreviousKey }) {
  const intl = useIntl();
  const now = useNow([previous.expiration]);
  const name = <ForeignText>{previous.name || previous.id}</ForeignText>;
  return (
    <EuiText size="s">
      {previous.expiration <= now ? (
        <FormattedMessage
          id="projectApiKeys.createdKey.previousEnded"
          defaultMessage="It replaces the old key “{name}”, which no longer works."
          values={{ name }}
        />
      ) : (
        <FormattedMessage
          id="projectApiKeys.createdKey.previousUntil"
          defaultMessage="It replaces the old key “{name}”, which still works until {date}: give your programs the new key before then."
          values={{
            name,
            date: intl.formatDate(previous.expiration, { dateStyle: 'long', timeStyle: 'short' }),
          }}
        />
      )}
    </EuiText>
  );
}
