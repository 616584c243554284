import type { EuiBasicTableColumn } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { CreatedTime } from '../key_summary/created_time.tsx';
import { displayName } from '../key_summary/display_name.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { KeyPrivileges } from '../key_summary/key_privileges.tsx';
import { KeyStatus } from '../key_summary/key_status.tsx';
import { KindBadge } from '../key_summary/kind_badge.tsx';
import { TaskLink } from '../task_of_key/task_link.tsx';
import { KeyMenu } from './key_menu.tsx';
import { KeyNameLink } from './key_name_link.tsx';

export interface ColumnOptions {
  /** ms since epoch */
  readonly now: number;
  readonly showOwner: boolean;
  /** The ids of the keys to mark as new. */
  readonly newIds: readonly string[];
  hrefOf(key: ApiKey): string;
  mayDelete(key: ApiKey): boolean;
  onOpen(key: ApiKey): void;
  onDelete(key: ApiKey): void;
  /** Gives what rotates or clones the key, or `undefined` where the user may not. */
  rotationOf(key: ApiKey): (() => void) | undefined;
  cloningOf(key: ApiKey): (() => void) | undefined;
}

/**
 * The table's columns. The `field` of a sortable one is what the server sorts by. Where texts may be
 * very long, `maxWidth` keeps room for the other columns.
 */
export function useKeyColumns(options: ColumnOptions): EuiBasicTableColumn<ApiKey>[] {
  const { formatMessage } = useIntl();
  const { now, showOwner, newIds, hrefOf, mayDelete, onOpen, onDelete } = options;
  const { rotationOf, cloningOf } = options;
  const owner: EuiBasicTableColumn<ApiKey> = {
    field: 'username',
    maxWidth: '12em',
    name: formatMessage({ id: 'projectApiKeys.column.owner', defaultMessage: 'Owner' }),
    sortable: true,
    render: (username: string) => <ForeignText>{username}</ForeignText>,
  };
  return [
    {
      field: 'name',
      name: formatMessage({ id: 'projectApiKeys.column.name', defaultMessage: 'Name' }),
      sortable: true,
      minWidth: '10em',
      maxWidth: '18em',
      mobileOptions: { width: '100%' },
      render: (_name, key) => (
        <KeyNameLink
          apiKey={key}
          isNew={newIds.includes(key.id)}
          href={hrefOf(key)}
          onOpen={() => onOpen(key)}
        />
      ),
    },
    {
      field: 'kind',
      name: formatMessage({ id: 'projectApiKeys.column.kind', defaultMessage: 'Kind' }),
      render: (kind: ApiKey['kind'], key) => (
        <div>
          <span data-test-subj={`apiKeyKind-${key.id}`}>
            <KindBadge kind={kind} />
          </span>{' '}
          <TaskLink apiKey={key} />
        </div>
      ),
    },
    ...(showOwner ? [owner] : []),
    {
      field: 'creation',
      name: formatMessage({ id: 'projectApiKeys.column.created', defaultMessage: 'Created' }),
      sortable: true,
      render: (creation: number) => <CreatedTime at={creation} now={now} />,
    },
    {
      field: 'expiration',
      name: formatMessage({ id: 'projectApiKeys.column.status', defaultMessage: 'Status' }),
      sortable: true,
      render: (expiration: number | undefined, { id }) => (
        <span data-test-subj={`apiKeyStatus-${id}`}>
          <KeyStatus expiration={expiration} now={now} />
        </span>
      ),
    },
    {
      field: 'role_descriptors',
      maxWidth: '14em',
      name: formatMessage({ id: 'projectApiKeys.column.privileges', defaultMessage: 'Privileges' }),
      render: (_descriptors, key) => (
        <span data-test-subj={`apiKeyPrivileges-${key.id}`}>
          <KeyPrivileges apiKey={key} />
        </span>
      ),
    },
    {
      name: formatMessage({ id: 'projectApiKeys.column.actions', defaultMessage: 'Actions' }),
      width: '88px',
      actions: [
        {
          type: 'icon',
          icon: 'trash',
          color: 'danger',
          name: (key) =>
            formatMessage(
              { id: 'projectApiKeys.list.deleteOne', defaultMessage: 'Delete {name}' },
              { name: displayName(key) },
            ),
          description: formatMessage({
            id: 'projectApiKeys.list.deleteHint',
            defaultMessage: 'Delete this API key',
          }),
          available: mayDelete,
          onClick: onDelete,
          'data-test-subj': ({ id }) => `apiKeyDelete-${id}`,
        },
        {
          render: (key) => (
            <KeyMenu apiKey={key} onRotate={rotationOf(key)} onClone={cloningOf(key)} />
          ),
        },
      ],
    },
  ];
}
