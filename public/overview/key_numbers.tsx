import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Status } from '../../common/api_key.ts';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';
import type { ChosenFilters } from '../page_url/page_url.ts';
import { Foldable } from './foldable.tsx';
import { NumberButton } from './number_button.tsx';
import { useRemembered } from './use_remembered.ts';
import type { Expires } from './week.ts';

export interface KeyNumbersProps {
  /** `undefined` while they load. */
  readonly counts: KeyCounts | undefined;
  readonly statuses: ChosenFilters['statuses'];
  readonly expires: Expires;
  onStatuses(statuses: ChosenFilters['statuses']): void;
  onExpires(expires: Expires): void;
}

/** How many keys there are of each status, and how many never expire; each number filters to them. */
export function KeyNumbers({ counts, statuses, expires, onStatuses, onExpires }: KeyNumbersProps) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useRemembered('numbersOpen', true);
  const ofStatus = (status: Status) => {
    const isChosen = statuses.includes(status);
    return {
      count: counts?.statuses[status],
      isChosen,
      onClick: () => onStatuses(isChosen ? statuses.filter((each) => each !== status) : [status]),
    };
  };
  const isNeverChosen = expires !== undefined && 'never' in expires;
  return (
    <Foldable
      title={<FormattedMessage id="projectApiKeys.numbers.title" defaultMessage="Overview" />}
      isOpen={isOpen}
      onFold={setOpen}
    >
      {() => (
        <div style={GRID}>
          <NumberButton
            {...ofStatus('active')}
            color="success"
            label={formatMessage({
              id: 'projectApiKeys.numbers.active',
              defaultMessage: 'Active',
            })}
            hint={formatMessage({
              id: 'projectApiKeys.numbers.activeHint',
              defaultMessage: 'All keys that have not expired, those that expire soon included',
            })}
          />
          <NumberButton
            {...ofStatus('expiring_soon')}
            color="warning"
            label={formatMessage({
              id: 'projectApiKeys.numbers.expiringSoon',
              defaultMessage: 'Expiring soon',
            })}
            hint={formatMessage({
              id: 'projectApiKeys.numbers.expiringSoonHint',
              defaultMessage: 'Active keys that expire within 14 days',
            })}
          />
          <NumberButton
            {...ofStatus('expired')}
            color="danger"
            label={formatMessage({
              id: 'projectApiKeys.numbers.expired',
              defaultMessage: 'Expired',
            })}
            hint={formatMessage({
              id: 'projectApiKeys.numbers.expiredHint',
              defaultMessage: 'Keys that no longer work',
            })}
          />
          <NumberButton
            count={counts?.never_expires}
            isChosen={isNeverChosen}
            onClick={() => onExpires(isNeverChosen ? undefined : { never: true })}
            color="subdued"
            label={formatMessage({
              id: 'projectApiKeys.numbers.never',
              defaultMessage: 'Never expiring',
            })}
            hint={formatMessage({
              id: 'projectApiKeys.numbers.neverHint',
              defaultMessage: 'Active keys that work until they are deleted',
            })}
          />
        </div>
      )}
    </Foldable>
  );
}

const GRID = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 };
