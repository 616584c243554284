import { EuiIcon, EuiText, useEuiTheme } from '@elastic/eui';
import React, { type KeyboardEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { FormattedNumber } from 'react-intl';
import { optionStyles } from './option_styles.ts';

export interface Option {
  readonly value: string;
  readonly label: ReactNode;
  readonly count?: number | undefined;
  readonly 'data-test-subj'?: string;
}

interface Props {
  readonly id: string;
  readonly 'aria-label': string;
  readonly options: readonly Option[];
  /** The index of the option that the keyboard is at; -1: at none. */
  readonly active: number;
  /** The values of those that are chosen, where several can be. */
  readonly chosen?: readonly string[];
  /** Where the list itself takes the keys, rather than a field that it belongs to. */
  readonly onKeyDown?: KeyboardEventHandler;
  onPick(index: number): void;
}

/** For `aria-activedescendant`. */
export const optionId = (listId: string, index: number): string | undefined =>
  index < 0 ? undefined : `${listId}-${index}`;

/** Options to pick from, with the pointer or by the keys of `useActiveOption`. */
export function OptionList({ options, active, chosen, onKeyDown, onPick, ...list }: Props) {
  const { euiTheme } = useEuiTheme();
  const activeOption = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it is another one
  useEffect(() => {
    activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const keys = onKeyDown && {
    tabIndex: 0,
    'aria-activedescendant': optionId(list.id, active),
    onKeyDown,
  };
  return (
    <EuiText size="s" css={optionStyles(euiTheme)}>
      <div {...list} {...keys} role="listbox" aria-multiselectable={chosen !== undefined}>
        {options.map(({ value, label, count, 'data-test-subj': testSubj }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the list or to its field
          <div
            key={value}
            ref={index === active ? activeOption : undefined}
            id={optionId(list.id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={chosen?.includes(value) ?? index === active}
            data-is-active={index === active || undefined}
            data-test-subj={testSubj}
            // The focus stays where the keys go.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(index)}
          >
            {chosen && <EuiIcon type={chosen.includes(value) ? 'check' : 'empty'} />}
            <span>{label}</span>{' '}
            <span>{count !== undefined && <FormattedNumber value={count} />}</span>
          </div>
        ))}
      </div>
    </EuiText>
  );
}
