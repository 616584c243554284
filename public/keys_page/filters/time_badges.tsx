import React from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { PageState } from '../../page_url/page_url.ts';
import type { TimeRange } from '../../page_url/time_range.ts';
import { FilterBadge } from './filter_badge.tsx';

interface Props {
  readonly state: PageState;
  onRemove(state: PageState): void;
}

/** The filters for times that are set. */
export function TimeBadges({ state, onRemove }: Props) {
  const intl = useIntl();
  const { created, ...anyCreation } = state;
  const { expires, ...anyExpiration } = state;
  return (
    <>
      {created && (
        <FilterBadge
          data-test-subj="apiKeysFilterCreated"
          text={intl.formatMessage(
            { id: 'projectApiKeys.filter.created', defaultMessage: 'Created {when}' },
            { when: rangeText(created, intl) },
          )}
          onRemove={() => onRemove(anyCreation)}
        />
      )}
      {expires && (
        <FilterBadge
          data-test-subj="apiKeysFilterExpires"
          text={expiresText(expires, intl)}
          onRemove={() => onRemove(anyExpiration)}
        />
      )}
    </>
  );
}

const expiresText = (expires: NonNullable<PageState['expires']>, intl: IntlShape): string =>
  'never' in expires
    ? intl.formatMessage({ id: 'projectApiKeys.filter.never', defaultMessage: 'Never expires' })
    : intl.formatMessage(
        { id: 'projectApiKeys.filter.expires', defaultMessage: 'Expires {when}' },
        { when: rangeText(expires, intl) },
      );

/** "1 – 7 Dec 2026", as the reader writes dates. */
function rangeText({ from, to }: TimeRange, intl: IntlShape): string {
  const days = { dateStyle: 'medium' } as const;
  if (from !== undefined && to !== undefined) return intl.formatDateTimeRange(from, to - 1, days);
  if (from !== undefined)
    return intl.formatMessage(
      { id: 'projectApiKeys.filter.from', defaultMessage: 'from {date}' },
      { date: intl.formatDate(from, days) },
    );
  return intl.formatMessage(
    { id: 'projectApiKeys.filter.before', defaultMessage: 'before {date}' },
    { date: intl.formatDate(to, days) },
  );
}
