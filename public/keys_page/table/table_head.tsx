import {
  EuiScreenReaderOnly,
  EuiTableHeader,
  EuiTableHeaderCell,
  EuiTableHeaderCellCheckbox,
  EuiTableHeaderMobile,
  EuiTableSortMobile,
} from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { KeySort } from '../../../common/key_filter.ts';
import { shownColumns } from './columns.ts';

interface Props {
  readonly sort: KeySort;
  readonly showOwner: boolean;
  /** The box that selects all rows, with or without its name beside it; absent where none can be. */
  readonly selectAll: ((isNamed: boolean) => ReactNode) | undefined;
  onSort(sort: KeySort): void;
}

/** Turns the order around where the table is sorted by this column already. */
const sortedBy = (field: KeySort['field'], { sort, onSort }: Pick<Props, 'sort' | 'onSort'>) => {
  const isSorted = sort.field === field;
  const isAscending = sort.direction === 'asc';
  return {
    isSorted,
    isSortAscending: isAscending,
    onSort: () => onSort({ field, direction: isSorted && isAscending ? 'desc' : 'asc' }),
  };
};

/** The headings, which sort the table. */
export function TableHead(props: Props) {
  const { showOwner, selectAll } = props;
  const { formatMessage } = useIntl();
  return (
    <EuiTableHeader>
      {selectAll && <EuiTableHeaderCellCheckbox>{selectAll(false)}</EuiTableHeaderCellCheckbox>}
      {shownColumns(showOwner).map(({ id, heading, sort }) => (
        <EuiTableHeaderCell key={id} {...(sort && sortedBy(sort, props))}>
          {formatMessage(heading)}
        </EuiTableHeaderCell>
      ))}
      <EuiTableHeaderCell align="right" width="88px">
        <FormattedMessage id="projectApiKeys.column.actions" defaultMessage="Actions" />
      </EuiTableHeaderCell>
    </EuiTableHeader>
  );
}

/** What stands for the headings where the window is too narrow for them. */
export function NarrowTableHead(props: Props) {
  const { formatMessage } = useIntl();
  const items = shownColumns(props.showOwner).flatMap(({ id, heading, sort }) =>
    sort ? [{ key: id, name: formatMessage(heading), ...sortedBy(sort, props) }] : [],
  );
  return (
    <EuiTableHeaderMobile responsiveBreakpoint="l">
      {props.selectAll?.(true)}
      <EuiTableSortMobile items={items} />
    </EuiTableHeaderMobile>
  );
}

/** What the table is, for those who do not see it. */
export const TableCaption = () => (
  <EuiScreenReaderOnly>
    <caption>
      <FormattedMessage id="projectApiKeys.list.caption" defaultMessage="API keys" />
    </caption>
  </EuiScreenReaderOnly>
);
