import { EuiCheckbox } from '@elastic/eui';
import React, { useId } from 'react';
import { useIntl } from 'react-intl';

interface Props {
  readonly selected: number;
  readonly selectable: number;
  /** Shows its name beside it. */
  readonly isNamed: boolean;
  onChange(isSelected: boolean): void;
}

/** Selects all rows that can be, or none where some are selected. */
export function SelectAll({ selected, selectable, isNamed, onChange }: Props) {
  const { formatMessage } = useIntl();
  const id = useId();
  const name =
    selected > 0
      ? formatMessage({ id: 'projectApiKeys.list.deselectRows', defaultMessage: 'Deselect rows' })
      : formatMessage({ id: 'projectApiKeys.list.selectRows', defaultMessage: 'Select all rows' });
  return (
    <EuiCheckbox
      id={id}
      data-test-subj="checkboxSelectAll"
      aria-label={name}
      title={name}
      {...(isNamed && { label: name })}
      disabled={selectable === 0}
      checked={selectable > 0 && selected === selectable}
      indeterminate={selected > 0 && selected < selectable}
      onChange={() => onChange(selected === 0)}
    />
  );
}
