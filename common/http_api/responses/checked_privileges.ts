import * as t from 'io-ts';
import { exact, oneOf } from '../../exact.ts';
import { described } from './fields.ts';

/** A privilege that role descriptors ask for and the current user does not hold. */
export const ExcessPrivilege = exact(
  {
    role: t.string,
    path: described(
      'JSON pointer (RFC 6901) into the role descriptors: /r/indices/0/privileges/0',
      t.string,
    ),
    kind: oneOf(['cluster', 'index', 'application']),
    privilege: t.string,
  },
  {
    names: described(
      'what the privilege is asked for: an index name or pattern, or resources of an application',
      t.readonlyArray(t.string),
    ),
  },
);
export type ExcessPrivilege = Readonly<t.TypeOf<typeof ExcessPrivilege>>;

export const CheckedPrivileges = exact({ excess: t.readonlyArray(ExcessPrivilege) }, {});
export type CheckedPrivileges = Readonly<t.TypeOf<typeof CheckedPrivileges>>;
