import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  /** Absent where Restrict privileges is switched off for a key that was restricted. */
  onInsertExample?(): void;
}

/** Says that a key without role descriptors is not restricted, and offers a way to begin. */
export function InheritsAllWarning({ onInsertExample }: Props) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiCallOut
        announceOnMount
        size="s"
        color="warning"
        data-test-subj="apiKeyPrivilegeWarning"
        title={
          <FormattedMessage
            id="projectApiKeys.keyForm.inheritsAll"
            defaultMessage="Without a role descriptor the key has all of your privileges"
          />
        }
        text={
          onInsertExample === undefined ? (
            <FormattedMessage
              id="projectApiKeys.keyForm.restrictionGoes"
              defaultMessage="Saving takes the restriction away."
            />
          ) : (
            <FormattedMessage
              id="projectApiKeys.keyForm.exampleOffer"
              defaultMessage="To begin with, take an example that may only read the index “books”, and change it."
            />
          )
        }
        {...(onInsertExample && {
          actionProps: {
            primary: {
              onClick: onInsertExample,
              children: (
                <FormattedMessage
                  id="projectApiKeys.keyForm.exampleInsert"
                  defaultMessage="Insert the example"
                />
              ),
            },
          },
        })}
      />
    </>
  );
}
