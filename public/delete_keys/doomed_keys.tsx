import { EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { countOf, type DeleteTarget } from './delete_target.ts';
import { KeyNames } from './key_names.tsx';
import { ManagedWarning } from './managed_warning.tsx';

/** Says which keys will go and what stops working then, managed keys apart from the others. */
export function DoomedKeys({ target }: { readonly target: DeleteTarget }) {
  const { managed, others } = byKind(target);
  return (
    <>
      {managed.count > 0 && <ManagedWarning {...managed} />}
      <EuiText size="s">
        <p>
          <FormattedMessage
            id="projectApiKeys.delete.consequence"
            defaultMessage="Programs that use {count, plural, one {it} other {them}} lose their access at once. This cannot be undone."
            values={{ count: countOf(target) }}
          />
        </p>
        {'keys' in target ? (
          <KeyNames keys={others} />
        ) : (
          <WhatMatches description={target.description} />
        )}
      </EuiText>
    </>
  );
}

function WhatMatches({ description }: { readonly description: string | undefined }) {
  return (
    <p>
      {description === undefined ? (
        <FormattedMessage
          id="projectApiKeys.delete.everyKey"
          defaultMessage="These are all API keys of the list, on every page of it."
        />
      ) : (
        <FormattedMessage
          id="projectApiKeys.delete.matching"
          defaultMessage="These are all API keys, on every page of the list, that match: {description}"
          values={{ description: <ForeignText>{description}</ForeignText> }}
        />
      )}
    </p>
  );
}

function byKind(target: DeleteTarget) {
  if (!('keys' in target))
    return { managed: { count: target.managed, keys: undefined }, others: [] };
  const managed = target.keys.filter(({ kind }) => kind === 'managed');
  const others = target.keys.filter(({ kind }) => kind !== 'managed');
  return { managed: { count: managed.length, keys: managed }, others };
}
