import React, { type ReactNode, useId } from 'react';
import { OptionList } from '../../option_list/option_list.tsx';
import { useActiveOption } from '../../option_list/use_active_option.ts';
import { FilterPopover } from './filter_popover.tsx';
import { toggled } from './toggled.ts';

interface Props<T extends string> {
  readonly label: string;
  readonly choices: readonly { value: T; label: ReactNode; count: number | undefined }[];
  readonly chosen: readonly T[];
  readonly 'data-test-subj': string;
  onChoose(chosen: readonly T[]): void;
}

/** A filter that offers a few values, each with the number of keys that have it. */
export function ChoiceFilter<T extends string>(props: Props<T>) {
  const { label, chosen, 'data-test-subj': testSubj } = props;
  return (
    <FilterPopover label={label} chosen={chosen.length} data-test-subj={testSubj}>
      <Choices {...props} />
    </FilterPopover>
  );
}

function Choices<T extends string>({ label, choices, chosen, onChoose, ...rest }: Props<T>) {
  const id = useId();
  const pick = (index: number) => {
    const picked = choices[index];
    if (picked !== undefined) onChoose(toggled(chosen, picked.value));
  };
  const { active, onKeyDown } = useActiveOption('list', choices.length, pick);
  return (
    <OptionList
      id={id}
      aria-label={label}
      options={choices.map((choice) => ({
        ...choice,
        'data-test-subj': `${rest['data-test-subj']}-${choice.value}`,
      }))}
      active={active}
      chosen={chosen}
      onKeyDown={onKeyDown}
      onPick={pick}
    />
  );
}
