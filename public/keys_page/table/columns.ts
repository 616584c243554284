import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { KeySort } from '../../../common/key_filter.ts';

export interface Column {
  readonly id: 'name' | 'kind' | 'owner' | 'created' | 'status' | 'privileges';
  readonly heading: MessageDescriptor;
  /** What the server sorts by; absent where it cannot. */
  readonly sort?: KeySort['field'];
}

const HEADINGS = defineMessages({
  name: { id: 'projectApiKeys.column.name', defaultMessage: 'Name' },
  kind: { id: 'projectApiKeys.column.kind', defaultMessage: 'Kind' },
  owner: { id: 'projectApiKeys.column.owner', defaultMessage: 'Owner' },
  created: { id: 'projectApiKeys.column.created', defaultMessage: 'Created' },
  status: { id: 'projectApiKeys.column.status', defaultMessage: 'Status' },
  privileges: { id: 'projectApiKeys.column.privileges', defaultMessage: 'Privileges' },
});

const COLUMNS: readonly Column[] = [
  { id: 'name', heading: HEADINGS.name, sort: 'name' },
  { id: 'kind', heading: HEADINGS.kind },
  { id: 'owner', heading: HEADINGS.owner, sort: 'username' },
  { id: 'created', heading: HEADINGS.created, sort: 'creation' },
  { id: 'status', heading: HEADINGS.status, sort: 'expiration' },
  { id: 'privileges', heading: HEADINGS.privileges },
];

const WITHOUT_OWNER = COLUMNS.filter(({ id }) => id !== 'owner');

/** The columns of what is known of a key, in their order. */
export const shownColumns = (showOwner: boolean): readonly Column[] =>
  showOwner ? COLUMNS : WITHOUT_OWNER;
