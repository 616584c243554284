import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { contradictsItself } from '../page_url/key_query.ts';
import type { PageState } from '../page_url/page_url.ts';
import { unknownTerm } from '../search/unknown_term.ts';

interface Props {
  readonly state: PageState;
  onReset(): void;
}

/** Where there are keys, but none that match the search and the filters. */
export function NoMatch({ state, onReset }: Props) {
  return (
    <EuiEmptyPrompt
      data-test-subj="apiKeysNoMatch"
      iconType="search"
      titleSize="s"
      title={
        <h2>
          <FormattedMessage
            id="projectApiKeys.noMatch.title"
            defaultMessage="No API keys match your search and filters"
          />
        </h2>
      }
      body={<Reason state={state} />}
      actions={
        <EuiButton onClick={onReset}>
          <FormattedMessage
            id="projectApiKeys.noMatch.reset"
            defaultMessage="Reset search and filters"
          />
        </EuiButton>
      }
    />
  );
}

function Reason({ state }: Pick<Props, 'state'>) {
  const unknown = unknownTerm(state.search);
  if (contradictsItself(state))
    return (
      <FormattedMessage
        id="projectApiKeys.noMatch.contradiction"
        defaultMessage="The terms of the search and the filters contradict each other: no key can match them all."
      />
    );
  if (unknown !== undefined)
    return (
      <FormattedMessage
        id="projectApiKeys.noMatch.unknownTerm"
        defaultMessage="“{term}” was looked for as text: the terms that have a meaning begin with {known} or {metadata}."
        values={{
          term: <ForeignText>{unknown}</ForeignText>,
          known: 'owner:, id:, kind:, status:',
          metadata: 'metadata.team:',
        }}
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.noMatch.body"
      defaultMessage="A word of the search is looked for as a part of a name or an owner, or as a whole id. All words and filters must match."
    />
  );
}
