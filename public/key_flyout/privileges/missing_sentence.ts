import type { IntlShape } from 'react-intl';
import type { MissingPrivilege } from './missing_privileges.ts';

/** `read on orders — you do not have it, so the key will not get it` */
export function missingSentence(
  { kind, privilege, names }: MissingPrivilege,
  intl: IntlShape,
): string {
  const list = intl.formatList(names);
  switch (kind) {
    case 'cluster':
      return intl.formatMessage(
        {
          id: 'projectApiKeys.keyPrivileges.missingOnCluster',
          defaultMessage:
            '{privilege} on the cluster — you do not have it, so the key will not get it',
        },
        { privilege },
      );
    case 'index':
      return intl.formatMessage(
        {
          id: 'projectApiKeys.keyPrivileges.missingOnIndices',
          defaultMessage: '{privilege} on {names} — you do not have it, so the key will not get it',
        },
        { privilege, names: list },
      );
    case 'application':
      return intl.formatMessage(
        {
          id: 'projectApiKeys.keyPrivileges.missingInApplication',
          defaultMessage:
            '{privilege} on {names} (application) — you do not have it, so the key will not get it',
        },
        { privilege, names: list },
      );
  }
}
