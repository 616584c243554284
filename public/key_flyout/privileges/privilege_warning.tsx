import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import React, { memo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import type { BoundlessPrivilege } from './boundless_privileges.ts';
import type { MissingPrivilege } from './missing_privileges.ts';
import { missingSentence } from './missing_sentence.ts';

interface Props {
  /** The key has all of its owner's privileges: as it stands, or because that is what saving does. */
  readonly inherits: 'as_it_stands' | 'by_saving' | undefined;
  readonly boundless: readonly BoundlessPrivilege[];
  readonly missing: readonly MissingPrivilege[];
}

/** What to know about the privileges before the key has them; nothing where there is nothing. */
export function PrivilegeWarning({ inherits, boundless, missing }: Props) {
  const isShown = inherits !== undefined || boundless.length > 0 || missing.length > 0;
  return (
    // It is there before the warning is, so that a screen reader says what comes.
    <div aria-live="polite">
      {isShown && (
        <>
          <EuiSpacer size="m" />
          <EuiCallOut
            size="s"
            color="warning"
            iconType="warning"
            data-test-subj="apiKeyPrivilegeWarning"
            title={titleOf(inherits, missing)}
          >
            {inherits !== undefined && <p>{INHERITS[inherits]}</p>}
            <Details boundless={boundless} missing={missing} />
          </EuiCallOut>
        </>
      )}
    </div>
  );
}

// Not rendered again at each key that is pressed: there may be hundreds.
const Details = memo(function Details({ boundless, missing }: Omit<Props, 'inherits'>) {
  const intl = useIntl();
  if (boundless.length + missing.length === 0) return null;
  return (
    <>
      <ul>
        {missing.map((each) => (
          <li key={each.path}>
            <ForeignText>{missingSentence(each, intl)}</ForeignText>
          </li>
        ))}
        {boundless.map(({ role, over }) => (
          <li key={`${role} ${over}`}>
            {over === 'cluster' ? (
              <FormattedMessage
                id="projectApiKeys.keyPrivileges.allOnCluster"
                defaultMessage="“{role}” asks for all on the cluster: whatever you can do there, the key can do, also with users, roles and other keys."
                values={{ role: <ForeignText>{role}</ForeignText> }}
              />
            ) : (
              <FormattedMessage
                id="projectApiKeys.keyPrivileges.allOnIndices"
                defaultMessage="“{role}” asks for all on every index: the key can read, change and delete whatever you can. Name the indices that it needs."
                values={{ role: <ForeignText>{role}</ForeignText> }}
              />
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <p>
          <FormattedMessage
            id="projectApiKeys.keyPrivileges.inPart"
            defaultMessage="Of a privilege or an index pattern that you have in part only, the key gets that part."
          />
        </p>
      )}
    </>
  );
});

function titleOf(inherits: Props['inherits'], missing: Props['missing']) {
  if (inherits !== undefined)
    return (
      <FormattedMessage
        id="projectApiKeys.keyPrivileges.inheritsAll"
        defaultMessage="Without a role descriptor the key has all of your privileges"
      />
    );
  if (missing.length > 0)
    return (
      <FormattedMessage
        id="projectApiKeys.keyPrivileges.notAllHeld"
        defaultMessage="The key will not get all that is asked for"
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.keyPrivileges.nearlyAll"
      defaultMessage="This key could do almost everything"
    />
  );
}

const INHERITS = {
  as_it_stands: (
    <FormattedMessage
      id="projectApiKeys.keyPrivileges.describeRoles"
      defaultMessage="Choose a template, or describe at least one role."
    />
  ),
  by_saving: (
    <FormattedMessage
      id="projectApiKeys.keyPrivileges.restrictionGoes"
      defaultMessage="Saving takes the restriction away."
    />
  ),
};
