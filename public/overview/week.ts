import type { IntlShape } from 'react-intl';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';
import type { ChosenFilters } from '../page_url/page_url.ts';

/** How many keys expire from `from` (inclusive) to `to` (exclusive), both ms since epoch. */
export type Week = KeyCounts['expires'][number];
/** What is chosen of the expirations: a range of time, the keys that never expire, or nothing. */
export type Expires = ChosenFilters['expires'];

/**
 * Whether a week is chosen. The weeks are counted from the present and so have moved on a little since
 * one of them was chosen: the middle of a week decides.
 */
export function isChosen({ from, to }: Week, expires: Expires): boolean {
  if (expires === undefined || 'never' in expires) return false;
  const middle = (from + to) / 2;
  return (
    middle >= (expires.from ?? Number.NEGATIVE_INFINITY) &&
    middle < (expires.to ?? Number.POSITIVE_INFINITY)
  );
}

/** What picking some of `weeks` in a row chooses: these, or nothing where they are what is chosen. */
export function pickWeeks(
  picked: readonly Week[],
  weeks: readonly Week[],
  expires: Expires,
): Expires {
  const chosen = weeks.filter((week) => isChosen(week, expires));
  const [first] = picked;
  const last = picked.at(-1);
  if (first === undefined || last === undefined) return expires;
  if (chosen[0] === first && chosen.at(-1) === last) return undefined;
  return { from: first.from, to: last.to };
}

/** "15–22 Jun", as the reader writes dates. */
export const weekLabel = ({ from, to }: Week, { formatDateTimeRange }: IntlShape): string =>
  formatDateTimeRange(from, to - 1, { day: 'numeric', month: 'short' });

/** "3 API keys expire: 15–22 Jun". */
export const weekSentence = (week: Week, intl: IntlShape): string =>
  intl.formatMessage(
    {
      id: 'projectApiKeys.timeline.week',
      defaultMessage: '{count, plural, one {# API key expires} other {# API keys expire}}: {week}',
    },
    { count: week.count, week: weekLabel(week, intl) },
  );
