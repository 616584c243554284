import { EuiHealth, EuiPanel, EuiSkeletonRectangle, EuiTitle, useEuiTheme } from '@elastic/eui';
import React from 'react';
import { FormattedNumber } from 'react-intl';

interface Props {
  readonly label: string;
  /** What is counted, in a sentence. */
  readonly hint: string;
  /** Of EUI's health dots. */
  readonly color: string;
  /** `undefined` while it loads. */
  readonly count: number | undefined;
  readonly isChosen: boolean;
  onClick(): void;
}

/** The height of a line of the numbers, so that nothing moves when they come. */
const LINE = 24;

/** A number that filters to what it counts. */
export function NumberButton({ label, hint, color, count, isChosen, onClick }: Props) {
  const { colors, border } = useEuiTheme().euiTheme;
  const button = {
    title: hint,
    'aria-pressed': isChosen,
    onClick,
    ...(isChosen && {
      color: 'primary' as const,
      style: { boxShadow: `inset 0 0 0 ${border.width.thick} ${colors.primary}` },
    }),
  };
  return (
    <EuiPanel hasBorder paddingSize="s" {...(count !== undefined && button)}>
      <EuiTitle size="s">
        <div>
          {count === undefined ? (
            <EuiSkeletonRectangle width="2em" height={LINE} borderRadius="s" />
          ) : (
            <FormattedNumber value={count} />
          )}
        </div>
      </EuiTitle>
      <EuiHealth color={color} textSize="xs">
        {label}
      </EuiHealth>
    </EuiPanel>
  );
}
