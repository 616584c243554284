import { EuiFormRow, EuiSelect, EuiSpacer, EuiText } from '@elastic/eui';
import React, { type ReactNode, useId } from 'react';

interface Props<Choice extends string> {
  readonly label: ReactNode;
  /** What there is to know of the choice. */
  readonly hint?: ReactNode;
  readonly names: Readonly<Record<Choice, string>>;
  readonly value: Choice;
  readonly 'data-test-subj': string;
  onChange(value: Choice): void;
}

/** A choice among a few names. */
export function ChoiceField<Choice extends string>(props: Props<Choice>) {
  const { label, hint, names, value, 'data-test-subj': testSubj, onChange } = props;
  const id = useId();
  const hintId = useId();
  const choices = Object.keys(names) as Choice[];
  return (
    <>
      <EuiFormRow id={id} label={label} describedByIds={[hintId]}>
        <EuiSelect
          data-test-subj={testSubj}
          options={choices.map((choice) => ({ value: choice, text: names[choice] }))}
          value={value}
          onChange={({ target }) => onChange(target.value as Choice)}
        />
      </EuiFormRow>
      <EuiSpacer size="xs" />
      {/* A help text of EUI is too pale for the panel's colour. */}
      <EuiText size="xs" id={hintId}>
        {hint}
      </EuiText>
    </>
  );
}
