import { EuiPanel, EuiSpacer, EuiSwitch, EuiText } from '@elastic/eui';
import React, { type ReactNode, useId } from 'react';

interface Props {
  readonly label: string;
  readonly description: ReactNode;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly 'data-test-subj': string;
  onSwitch(on: boolean): void;
  readonly children: ReactNode;
}

/** A part of a form that a switch opens. `children` are shown whatever the switch says. */
export function SwitchSection({ label, description, on, onSwitch, children, ...rest }: Props) {
  const descriptionId = useId();
  return (
    <EuiPanel hasShadow={false} hasBorder paddingSize="m">
      <EuiSwitch
        {...rest}
        label={<strong>{label}</strong>}
        aria-describedby={descriptionId}
        checked={on}
        onChange={({ target }) => onSwitch(target.checked)}
      />
      <EuiSpacer size="xs" />
      <EuiText size="s" color="subdued" id={descriptionId}>
        {description}
      </EuiText>
      {children}
    </EuiPanel>
  );
}
