import {
  EuiLink,
  EuiScreenReaderOnly,
  EuiText,
  type EuiThemeComputed,
  useEuiTheme,
} from '@elastic/eui';
import { css } from '@emotion/react';
import React from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { type Expires, isChosen, pickWeeks, type Week, weekLabel, weekSentence } from './week.ts';

export interface WeeksProps {
  readonly weeks: readonly Week[];
  readonly expires: Expires;
  onExpires(expires: Expires): void;
}

interface Props extends WeeksProps {
  /** Whether it can be seen. Where it cannot, the keyboard does not stop at its buttons. */
  readonly isVisible: boolean;
}

/** How many keys expire in each week; a number filters to its week. */
export function ExpirationsTable({ weeks, expires, onExpires, isVisible }: Props) {
  const intl = useIntl();
  const { euiTheme } = useEuiTheme();
  const number = (week: Week) => {
    const chosen = isChosen(week, expires);
    if (week.count === 0 && !chosen) return <FormattedNumber value={0} />;
    return (
      <EuiLink
        aria-pressed={chosen}
        aria-label={weekSentence(week, intl)}
        tabIndex={isVisible ? 0 : -1}
        onClick={() => onExpires(pickWeeks([week], weeks, expires))}
      >
        <FormattedNumber value={week.count} />
      </EuiLink>
    );
  };
  return (
    <EuiText size="xs" css={tableStyles(euiTheme)}>
      <table>
        <EuiScreenReaderOnly>
          <caption>
            <FormattedMessage
              id="projectApiKeys.timeline.caption"
              defaultMessage="Coming expirations by week"
            />
          </caption>
        </EuiScreenReaderOnly>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="projectApiKeys.timeline.weekColumn" defaultMessage="Week" />
            </th>
            <th scope="col">
              <FormattedMessage
                id="projectApiKeys.timeline.countColumn"
                defaultMessage="Expiring keys"
              />
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={weekLabel(week, intl)}>
              <th scope="row">{weekLabel(week, intl)}</th>
              <td>{number(week)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </EuiText>
  );
}

const tableStyles = ({ colors, font, size }: EuiThemeComputed) => css`
  table {
    width: 100%;
  }
  th,
  td {
    padding: ${size.xxs} ${size.s};
    text-align: start;
  }
  tbody th {
    font-weight: ${font.weight.regular};
  }
  tr:has([aria-pressed='true']) {
    background: ${colors.backgroundBasePrimary};
  }
`;
