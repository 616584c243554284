import { EuiButtonEmpty, EuiFilterGroup, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import React, { type ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { KINDS, STATUSES, type Status } from '../../../common/api_key.ts';
import type { KeyCounts } from '../../../common/http_api/query_keys.ts';
import { KIND_NAMES } from '../../key_summary/kind_badge.tsx';
import { keyFilter } from '../../page_url/key_query.ts';
import { hasFilters, type PageState, withoutFilters } from '../../page_url/page_url.ts';
import { ChoiceFilter } from './choice_filter.tsx';
import { OwnerFilter } from './owner_filter.tsx';
import { TimeBadges } from './time_badges.tsx';

interface Props {
  readonly state: PageState;
  /** `undefined` while they load. */
  readonly counts: KeyCounts | undefined;
  readonly showOwners: boolean;
  onChange(state: PageState): void;
  /** Changes to a state in which what was clicked is gone, so that the focus has to go elsewhere. */
  onRemove(state: PageState): void;
}

/** What can be chosen beside the search, and what is. */
export function FilterBar({ state, counts, showOwners, onChange, onRemove }: Props) {
  const { formatMessage } = useIntl();
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" wrap responsive={false}>
      <EuiFlexItem grow={false}>
        <EuiFilterGroup>
          <ChoiceFilter
            data-test-subj="apiKeysFilterKind"
            label={formatMessage({ id: 'projectApiKeys.filter.kind', defaultMessage: 'Kind' })}
            choices={KINDS.map((kind) => ({
              value: kind,
              label: KIND_NAMES[kind],
              count: counts?.kinds[kind],
            }))}
            chosen={state.kinds}
            onChoose={(kinds) => onChange({ ...state, kinds })}
          />
          <ChoiceFilter
            data-test-subj="apiKeysFilterStatus"
            label={formatMessage({ id: 'projectApiKeys.filter.status', defaultMessage: 'Status' })}
            choices={STATUSES.map((status) => ({
              value: status,
              label: STATUS_NAMES[status],
              count: counts?.statuses[status],
            }))}
            chosen={state.statuses}
            onChoose={(statuses) => onChange({ ...state, statuses })}
          />
          {showOwners && (
            <OwnerFilter
              counted={counts?.owners ?? []}
              filter={keyFilter({ ...state, owners: [] })}
              chosen={state.owners}
              onChoose={(owners) => onChange({ ...state, owners })}
            />
          )}
        </EuiFilterGroup>
      </EuiFlexItem>
      <TimeBadges state={state} onRemove={onRemove} />
      {hasFilters(state) && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            data-test-subj="apiKeysClearFilters"
            size="s"
            iconType="cross"
            onClick={() => onRemove(withoutFilters(state))}
          >
            <FormattedMessage id="projectApiKeys.filter.clear" defaultMessage="Clear filters" />
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

const STATUS_NAMES: Readonly<Record<Status, ReactElement>> = {
  active: <FormattedMessage id="projectApiKeys.filter.active" defaultMessage="Active" />,
  expiring_soon: (
    <FormattedMessage id="projectApiKeys.filter.expiringSoon" defaultMessage="Expiring soon" />
  ),
  expired: <FormattedMessage id="projectApiKeys.filter.expired" defaultMessage="Expired" />,
};
