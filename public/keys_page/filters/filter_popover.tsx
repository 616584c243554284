import { EuiFilterButton, EuiPopover } from '@elastic/eui';
import React, { type ReactNode, useRef, useState } from 'react';
import { ChevronDown } from '../../chevron.tsx';

interface Props {
  readonly label: string;
  /** How many are chosen. */
  readonly chosen: number;
  readonly 'data-test-subj': string;
  readonly children: ReactNode;
}

/** A button that opens what a filter offers; the focus goes into it, and back to the button. */
export function FilterPopover({ label, chosen, children, ...rest }: Props) {
  const [isOpen, setOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  return (
    <EuiPopover
      aria-label={label}
      panelPaddingSize="none"
      isOpen={isOpen}
      closePopover={close}
      initialFocus={() =>
        content.current?.querySelector<HTMLElement>('input, [role=listbox]') ?? document.body
      }
      button={
        <EuiFilterButton
          {...rest}
          iconType={ChevronDown}
          aria-expanded={isOpen}
          isSelected={isOpen}
          hasActiveFilters={chosen > 0}
          numActiveFilters={chosen}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </EuiFilterButton>
      }
    >
      <div ref={content} style={{ width: '16em' }}>
        {children}
      </div>
    </EuiPopover>
  );
}
