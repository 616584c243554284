import {
  EuiBasicTable,
  type EuiTableSelectionType,
  type UseEuiTheme,
  useEuiTheme,
} from '@elastic/eui';
import { css } from '@emotion/react';
import React from 'react';
import { useIntl } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { type KeySort, SORT_FIELDS } from '../../common/key_filter.ts';
import { displayName } from '../key_summary/display_name.ts';
import { useRangeSelection } from './selection/use_range_selection.ts';
import { type ColumnOptions, useKeyColumns } from './use_key_columns.tsx';

interface Props extends ColumnOptions {
  readonly keys: readonly ApiKey[];
  readonly sort: KeySort;
  readonly isLoading: boolean;
  readonly isSelectable: boolean;
  readonly selected: readonly ApiKey[];
  onSort(sort: KeySort): void;
  onSelect(keys: readonly ApiKey[]): void;
}

/** A page of keys; only those that the user may delete can be selected. */
export function KeyTable(props: Props) {
  const { keys, sort, isLoading, isSelectable, selected, onSort, mayDelete } = props;
  const intl = useIntl();
  const columns = useKeyColumns(props);
  const { onClickCapture, onSelectionChange } = useRangeSelection(props);
  const selection: EuiTableSelectionType<ApiKey> = {
    selected: [...selected],
    selectable: mayDelete,
    selectableMessage: (selectable, key) =>
      selectable
        ? intl.formatMessage(
            { id: 'projectApiKeys.list.select', defaultMessage: 'Select {name}' },
            { name: displayName(key) },
          )
        : intl.formatMessage({
            id: 'projectApiKeys.list.notSelectable',
            defaultMessage: 'You do not have permission to delete this API key',
          }),
    onSelectionChange,
  };
  const changeSort = (changed: { field: keyof ApiKey; direction: KeySort['direction'] }) => {
    const field = SORT_FIELDS.find((each) => each === changed.field);
    if (field !== undefined) onSort({ field, direction: changed.direction });
  };
  return (
    <EuiBasicTable<ApiKey>
      css={stickyHeader(useEuiTheme())}
      onClickCapture={onClickCapture}
      data-test-subj="apiKeysTable"
      tableCaption={intl.formatMessage({
        id: 'projectApiKeys.list.caption',
        defaultMessage: 'API keys',
      })}
      tableLayout="auto"
      responsiveBreakpoint="l"
      itemId="id"
      rowHeader="name"
      items={[...keys]}
      columns={columns}
      loading={isLoading}
      sorting={{ sort }}
      onChange={(criteria) => criteria.sort !== undefined && changeSort(criteria.sort)}
      {...(isSelectable && { selection })}
      rowProps={({ id }: ApiKey) => ({ 'data-test-subj': `apiKeyRow-${id}` })}
    />
  );
}

/** Kibana and EUI say in these how much of the window's top their own headers take. */
const stickyHeader = ({ euiTheme }: UseEuiTheme) => css`
  thead :is(th, td) {
    position: sticky;
    top: var(--kbnAppHeadersOffset, var(--euiFixedHeadersOffset, 0));
    z-index: 1;
    background: ${euiTheme.colors.backgroundBasePlain};
  }
`;
