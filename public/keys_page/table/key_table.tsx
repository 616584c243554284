import { EuiProgress, EuiTable, EuiTableBody, type UseEuiTheme, useEuiTheme } from '@elastic/eui';
import { ClassNames } from '@emotion/react';
import React, { memo, useDeferredValue } from 'react';
import type { ApiKey } from '../../../common/api_key.ts';
import type { KeySort } from '../../../common/key_filter.ts';
import { KeyRow, type RowActions } from './key_row.tsx';
import { SelectAll } from './select_all.tsx';
import { NarrowTableHead, TableCaption, TableHead } from './table_head.tsx';
import { FEW_ROWS, useSteps } from './use_steps.ts';

/** What the user may do with a key. */
export interface RowRights {
  readonly mayDelete: boolean;
  readonly mayRotate: boolean;
  readonly mayClone: boolean;
}

/** What is drawn of a page of keys; the same object as long as that is the same. */
export interface ShownKeys {
  readonly keys: readonly ApiKey[];
  /** ms since epoch */
  readonly now: number;
  /** The ids of the keys to mark as new. */
  readonly newIds: ReadonlySet<string>;
  readonly showOwner: boolean;
  hrefOf(key: ApiKey): string;
  rightsTo(key: ApiKey): RowRights;
}

/** About what a row takes, in px. */
const ROW_HEIGHT = 41;

interface Props {
  readonly shown: ShownKeys;
  readonly sort: KeySort;
  readonly isLoading: boolean;
  readonly isSelectable: boolean;
  readonly selected: ReadonlySet<string>;
  readonly actions: RowActions;
  onSort(sort: KeySort): void;
  onSelectAll(isSelected: boolean): void;
}

/** A page of keys; only those that the user may delete can be selected. */
export function KeyTable(props: Props) {
  const { shown, sort, isLoading, isSelectable, selected, onSort, onSelectAll } = props;
  const theme = useEuiTheme();
  const selectable = shown.keys.filter((key) => shown.rightsTo(key).mayDelete).length;
  const head = {
    sort,
    showOwner: shown.showOwner,
    selectAll: isSelectable
      ? (isNamed: boolean) => (
          <SelectAll
            isNamed={isNamed}
            selected={selected.size}
            selectable={selectable}
            onChange={onSelectAll}
          />
        )
      : undefined,
    onSort,
  };
  // Many rows are drawn in slices, between which the page answers; few together with their number.
  const later = useDeferredValue(shown);
  const rows = shown.keys.length > FEW_ROWS ? later : shown;
  const drawn = useSteps(rows.keys);
  const allSelected = useDeferredValue(selected);
  const isOneClick = Math.abs(selected.size - allSelected.size) <= 1;
  return (
    <div style={{ position: 'relative' }} aria-busy={isLoading}>
      {isLoading && <EuiProgress aria-hidden position="absolute" size="xs" color="primary" />}
      <NarrowTableHead {...head} />
      {/* As a class: EuiTable would take `css` in place of its own styles. */}
      <ClassNames>
        {({ css }) => (
          <EuiTable
            className={css(stickyHead(theme))}
            data-test-subj="apiKeysTable"
            tableLayout="auto"
            responsiveBreakpoint="l"
          >
            <TableCaption />
            <TableHead {...head} />
            <Rows
              shown={rows}
              drawn={drawn}
              isSelectable={isSelectable}
              selected={isOneClick ? selected : allSelected}
              actions={props.actions}
            />
          </EuiTable>
        )}
      </ClassNames>
      {/* What stands below does not jump up and down meanwhile. */}
      <div style={{ height: `${Math.max(0, rows.keys.length - drawn) * ROW_HEIGHT}px` }} />
    </div>
  );
}

interface RowsProps extends Pick<Props, 'shown' | 'isSelectable' | 'selected' | 'actions'> {
  /** How many of the keys. */
  readonly drawn: number;
}

const Rows = memo(function Rows({ shown, drawn, isSelectable, selected, actions }: RowsProps) {
  const { keys, now, newIds, showOwner, hrefOf, rightsTo } = shown;
  return (
    <EuiTableBody>
      {keys.slice(0, drawn).map((key) => (
        <KeyRow
          key={key.id}
          apiKey={key}
          now={now}
          href={hrefOf(key)}
          isNew={newIds.has(key.id)}
          showOwner={showOwner}
          hasSelection={isSelectable}
          isSelected={selected.has(key.id)}
          {...rightsTo(key)}
          actions={actions}
        />
      ))}
    </EuiTableBody>
  );
});

/** Kibana and EUI say in the variables how much of the window's top their own headers take. */
const stickyHead = ({ euiTheme }: UseEuiTheme): string => `
  thead :is(th, td) {
    position: sticky;
    top: var(--kbnAppHeadersOffset, var(--euiFixedHeadersOffset, 0));
    z-index: 1;
    background: ${euiTheme.colors.backgroundBasePlain};
  }
`;
