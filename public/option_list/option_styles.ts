import type { EuiThemeComputed } from '@elastic/eui';
import { css } from '@emotion/react';

/** The look of a list of options, as in EUI's own. */
export const optionStyles = ({ colors, size }: EuiThemeComputed) => css`
  [role='listbox'] {
    max-height: 20em;
    overflow-y: auto;
    padding: ${size.xs};
  }
  [role='option'] {
    display: flex;
    gap: ${size.s};
    align-items: center;
    padding: ${size.s};
    cursor: pointer;
    outline: none;
  }
  [role='option']:hover,
  [role='option'][data-is-active] {
    background: ${colors.backgroundBaseInteractiveHover};
  }
  [role='option'] > :nth-last-child(2) {
    flex-grow: 1;
  }
  [role='option'] > :last-child {
    color: ${colors.textSubdued};
  }
`;
