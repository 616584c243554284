import { EuiBadge, EuiLink } from '@elastic/eui';
import React, { type MouseEvent } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { displayName } from '../../key_summary/display_name.ts';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { isPlainClick } from '../../plain_click.ts';

interface Props {
  readonly apiKey: ApiKey;
  readonly isNew: boolean;
  readonly href: string;
  onOpen(): void;
}

/** A key's name, which opens the key. A link, so that it can be copied or opened in another tab. */
export function KeyNameLink({ apiKey, isNew, href, onOpen }: Props) {
  const open = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <div>
      <EuiLink data-test-subj={`apiKeyName-${apiKey.id}`} href={href} onClick={open}>
        <ForeignText>{displayName(apiKey)}</ForeignText>
      </EuiLink>
      {isNew && (
        <>
          {' '}
          <EuiBadge data-test-subj={`apiKeyNew-${apiKey.id}`} color="success">
            <FormattedMessage id="projectApiKeys.list.new" defaultMessage="New" />
          </EuiBadge>
        </>
      )}
    </div>
  );
}
