import React, { Fragment, memo } from 'react';
import { FormattedList, FormattedMessage } from 'react-intl';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { type Grant, type GrantedRole, grantedPrivileges } from './granted_privileges.ts';
import type { MissingPrivilege } from './missing_privileges.ts';

interface Props {
  readonly descriptors: RoleDescriptors;
  readonly missing: readonly MissingPrivilege[];
}

/**
 * What of the role descriptors the key gets, a line for each role. Not rendered again at each key that
 * is pressed: there may be hundreds of roles.
 */
export const GrantedRoles = memo(function GrantedRoles({ descriptors, missing }: Props) {
  return (
    <>
      <p>
        {missing.length === 0 ? (
          <FormattedMessage
            id="projectApiKeys.keyPrivileges.allHeld"
            defaultMessage="You have all of these privileges, so the key gets them:"
          />
        ) : (
          <FormattedMessage
            id="projectApiKeys.keyPrivileges.someHeld"
            defaultMessage="The key will have only what you have too:"
          />
        )}
      </p>
      <ul>
        {grantedPrivileges(descriptors, missing).map((role) => (
          <li key={role.role}>
            <strong>
              <ForeignText>{role.role}</ForeignText>
            </strong>
            {': '}
            <RoleText role={role} />
          </li>
        ))}
      </ul>
    </>
  );
});

function RoleText({ role: { grants, unchecked, workflows } }: { readonly role: GrantedRole }) {
  const parts = [
    ...grants.map((grant) => <GrantText key={JSON.stringify(grant)} grant={grant} />),
    ...unchecked.map((field) => (
      <FormattedMessage
        key={field}
        id="projectApiKeys.keyPrivileges.uncheckedField"
        defaultMessage="{field} as far as you have it (this cannot be checked)"
        values={{ field: <code>{field}</code> }}
      />
    )),
  ];
  return (
    <>
      {parts.length === 0 && (
        <FormattedMessage id="projectApiKeys.keyPrivileges.nothing" defaultMessage="nothing" />
      )}
      {parts.map((part, index) => (
        <Fragment key={part.key}>
          {index > 0 && '; '}
          {part}
        </Fragment>
      ))}
      {workflows.length > 0 && (
        <>
          {' — '}
          <FormattedMessage
            id="projectApiKeys.keyPrivileges.workflows"
            defaultMessage="only for {workflows}"
            values={{ workflows: <List of={workflows} /> }}
          />
        </>
      )}
    </>
  );
}

function GrantText({ grant }: { readonly grant: Grant }) {
  const privileges = <List of={grant.privileges} />;
  switch (grant.kind) {
    case 'cluster':
      return (
        <FormattedMessage
          id="projectApiKeys.keyPrivileges.onCluster"
          defaultMessage="{privileges} on the cluster"
          values={{ privileges }}
        />
      );
    case 'application':
      return (
        <FormattedMessage
          id="projectApiKeys.keyPrivileges.onApplication"
          defaultMessage="{privileges} on {names} of the application {application}"
          values={{
            privileges,
            names: <List of={grant.names} />,
            application: grant.application,
          }}
        />
      );
    case 'index':
      return (
        <FormattedMessage
          id="projectApiKeys.keyPrivileges.onIndices"
          defaultMessage="{privileges} on {names}{only, select, documents { (some documents)} fields { (some fields)} both { (some documents and fields)} other {}}"
          values={{ privileges, names: <List of={grant.names} />, only: grant.only }}
        />
      );
  }
}

function List({ of: names }: { readonly of: readonly string[] }) {
  const different = [...new Set(names)];
  return (
    <FormattedList value={different.map((name) => <ForeignText key={name}>{name}</ForeignText>)} />
  );
}
