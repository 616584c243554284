import React from 'react';
import { useIntl } from 'react-intl';
import { FilterPopover } from './filter_popover.tsx';
import { OwnerChoices, type OwnerChoicesProps } from './owner_choices.tsx';

/** A filter that finds the owners to choose among thousands. */
export function OwnerFilter(props: OwnerChoicesProps) {
  const label = useIntl().formatMessage({
    id: 'projectApiKeys.filter.owner',
    defaultMessage: 'Owner',
  });
  return (
    <FilterPopover label={label} chosen={props.chosen.length} data-test-subj="apiKeysFilterOwner">
      <OwnerChoices {...props} />
    </FilterPopover>
  );
}
