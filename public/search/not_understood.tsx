import { EuiFormErrorText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import type { SearchTerm } from './search_tokens.ts';

/** Says of each term that was left out of a search what would be possible instead. */
export function NotUnderstood({ terms }: { readonly terms: readonly SearchTerm[] }) {
  return (
    <>
      {[...new Map(terms.map((term) => [term.typed, term])).values()].map((term) => (
        <EuiFormErrorText key={term.typed}>
          <FormattedMessage
            id="projectApiKeys.search.notUnderstood"
            defaultMessage="“{term}” is left out. {possible}"
            values={{ term: <ForeignText>{term.typed}</ForeignText>, possible: possible(term) }}
          />
        </EuiFormErrorText>
      ))}
    </>
  );
}

function possible({ name, isExcluded }: SearchTerm) {
  if (name === 'kind')
    return (
      <FormattedMessage
        id="projectApiKeys.search.possibleKinds"
        defaultMessage="A kind is personal, managed or cross_cluster."
      />
    );
  if (name === 'status' && isExcluded)
    return (
      <FormattedMessage
        id="projectApiKeys.search.possibleExcludedStatuses"
        defaultMessage="A status to leave out is active or expired."
      />
    );
  if (name === 'status')
    return (
      <FormattedMessage
        id="projectApiKeys.search.possibleStatuses"
        defaultMessage="A status is active, expiring_soon or expired."
      />
    );
  if (isExcluded)
    return (
      <FormattedMessage
        id="projectApiKeys.search.possibleExclusions"
        defaultMessage="Only kinds and statuses can be excluded."
      />
    );
  if (name === 'owner')
    return (
      <FormattedMessage
        id="projectApiKeys.search.possibleOwners"
        defaultMessage="An owner is one user name, as in owner:alice, or several, as in owner:(alice or bob)."
      />
    );
  if (name.includes('*'))
    return (
      <FormattedMessage
        id="projectApiKeys.search.wholeName"
        defaultMessage="A key of the metadata must be written in full, without *."
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.search.oneValue"
      defaultMessage="After {name}: there must be one value, and the term only once."
      values={{ name }}
    />
  );
}
