import React from 'react';
import { FormattedMessage } from 'react-intl';
import { FormFailure } from '../form/form_failure.tsx';
import type { RequestFailure } from '../form/request_failure.ts';
import { ListLink } from '../list_link.tsx';

interface Props {
  readonly failure: RequestFailure | undefined;
  /** Of the key that was to be. */
  readonly name: string;
}

/** Why no key was created, or may have been. */
export function CreateFailure({ failure, name }: Props) {
  return (
    <FormFailure
      failure={failure}
      title={
        <FormattedMessage
          id="projectApiKeys.createKey.failed"
          defaultMessage="Creating the API key failed"
        />
      }
      ifUnanswered={
        <FormattedMessage
          id="projectApiKeys.createKey.unanswered"
          defaultMessage="The key may have been created all the same. <list>Look for it in the list</list> before you try again: a key whose secret was never shown is best deleted."
          values={{
            list: (text) => (
              <ListLink key="list" search={asPhrase(name)}>
                {text}
              </ListLink>
            ),
          }}
        />
      }
    />
  );
}

/** A phrase cannot have quotes of its own: then its words have to do. */
const asPhrase = (name: string): string => (name.includes('"') ? name : `"${name}"`);
