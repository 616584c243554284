import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { displayName } from '../key_summary/display_name.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';

const MAX_NAMES = 10;

interface Props {
  readonly keys: readonly Pick<ApiKey, 'id' | 'name'>[];
  /** How many there are, where `keys` are only the first of them. */
  readonly count?: number;
}

/** The names of keys as a list: the first ten, and how many more. */
export function KeyNames({ keys, count = keys.length }: Props) {
  const shown = keys.slice(0, MAX_NAMES);
  const more = count - shown.length;
  return (
    <ul>
      {shown.map((key) => (
        <li key={key.id}>
          <ForeignText>{displayName(key)}</ForeignText>
        </li>
      ))}
      {more > 0 && (
        <li>
          <FormattedMessage
            id="projectApiKeys.delete.more"
            defaultMessage="and {more, number} more"
            values={{ more }}
          />
        </li>
      )}
    </ul>
  );
}
