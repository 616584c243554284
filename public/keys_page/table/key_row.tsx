import {
  EuiButtonIcon,
  EuiCheckbox,
  EuiTableRow,
  EuiTableRowCell,
  EuiTableRowCellCheckbox,
} from '@elastic/eui';
import React, { memo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { CreatedTime } from '../../key_summary/created_time.tsx';
import { displayName } from '../../key_summary/display_name.ts';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { KeyPrivileges } from '../../key_summary/key_privileges.tsx';
import { KeyStatus } from '../../key_summary/key_status.tsx';
import { KindBadge } from '../../key_summary/kind_badge.tsx';
import { TaskLink } from '../../task_of_key/task_link.tsx';
import { type Column, shownColumns } from './columns.ts';
import { KeyMenu } from './key_menu.tsx';
import { KeyNameLink } from './key_name_link.tsx';

/** What can be done with the key of a row; stays the same object. */
export interface RowActions {
  onOpen(key: ApiKey): void;
  onDelete(key: ApiKey): void;
  onRotate(key: ApiKey): void;
  onClone(key: ApiKey): void;
  onToggle(key: ApiKey, isSelected: boolean): void;
}

interface Props {
  readonly apiKey: ApiKey;
  /** ms since epoch */
  readonly now: number;
  readonly href: string;
  readonly isNew: boolean;
  readonly showOwner: boolean;
  /** Of the table, whether or not this row can be selected. */
  readonly hasSelection: boolean;
  readonly isSelected: boolean;
  readonly mayDelete: boolean;
  readonly mayRotate: boolean;
  readonly mayClone: boolean;
  readonly actions: RowActions;
}

/** One key. Rows are many: each is drawn anew only when something about it has changed. */
export const KeyRow = memo(function KeyRow(props: Props) {
  const { apiKey, now, href, isNew, hasSelection, isSelected, mayDelete, actions } = props;
  const { id, kind, username, creation, expiration } = apiKey;
  const { formatMessage } = useIntl();
  const name = displayName(apiKey);
  const checkboxLabel = mayDelete
    ? formatMessage({ id: 'projectApiKeys.list.select', defaultMessage: 'Select {name}' }, { name })
    : formatMessage({
        id: 'projectApiKeys.list.notSelectable',
        defaultMessage: 'You do not have permission to delete this API key',
      });
  const deleteLabel = formatMessage(
    { id: 'projectApiKeys.list.deleteOne', defaultMessage: 'Delete {name}' },
    { name },
  );
  const contents: Readonly<Record<Column['id'], ReactNode>> = {
    name: (
      <KeyNameLink
        apiKey={apiKey}
        isNew={isNew}
        href={href}
        onOpen={() => actions.onOpen(apiKey)}
      />
    ),
    kind: (
      <div>
        <span data-test-subj={`apiKeyKind-${id}`}>
          <KindBadge kind={kind} />
        </span>{' '}
        <TaskLink apiKey={apiKey} />
      </div>
    ),
    owner: <ForeignText>{username}</ForeignText>,
    created: <CreatedTime at={creation} now={now} />,
    status: (
      <span data-test-subj={`apiKeyStatus-${id}`}>
        <KeyStatus expiration={expiration} now={now} />
      </span>
    ),
    privileges: (
      <span data-test-subj={`apiKeyPrivileges-${id}`}>
        <KeyPrivileges apiKey={apiKey} />
      </span>
    ),
  };
  return (
    <EuiTableRow
      data-test-subj={`apiKeyRow-${id}`}
      hasSelection={hasSelection}
      isSelectable={mayDelete}
      isSelected={isSelected}
      hasActions="custom"
    >
      {hasSelection && (
        <EuiTableRowCellCheckbox>
          <EuiCheckbox
            id={`apiKeySelect-${id}`}
            data-test-subj={`checkboxSelectRow-${id}`}
            aria-label={checkboxLabel}
            title={checkboxLabel}
            disabled={!mayDelete}
            checked={isSelected}
            onChange={(event) => actions.onToggle(apiKey, event.target.checked)}
          />
        </EuiTableRowCellCheckbox>
      )}
      {shownColumns(props.showOwner).map(({ id: column, heading }) => (
        <EuiTableRowCell
          key={column}
          textOnly={false}
          setScopeRow={column === 'name'}
          style={WIDTHS[column]}
          mobileOptions={{
            header: formatMessage(heading),
            ...(column === 'name' && { width: '100%' }),
          }}
        >
          {contents[column]}
        </EuiTableRowCell>
      ))}
      <EuiTableRowCell align="right" textOnly={false} hasActions="custom">
        {mayDelete && (
          <EuiButtonIcon
            iconType="trash"
            color="danger"
            data-test-subj={`apiKeyDelete-${id}`}
            aria-label={deleteLabel}
            title={deleteLabel}
            onClick={() => actions.onDelete(apiKey)}
          />
        )}
        <KeyMenu
          apiKey={apiKey}
          onRotate={props.mayRotate ? () => actions.onRotate(apiKey) : undefined}
          onClone={props.mayClone ? () => actions.onClone(apiKey) : undefined}
        />
      </EuiTableRowCell>
    </EuiTableRow>
  );
});

/** Texts may be very long: these keep room for the other columns. */
const WIDTHS: Partial<Record<Column['id'], React.CSSProperties>> = {
  name: { minWidth: '10em', maxWidth: '18em' },
  owner: { maxWidth: '12em' },
  privileges: { maxWidth: '14em' },
};
