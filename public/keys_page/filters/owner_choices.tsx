import { EuiFieldSearch, EuiFormErrorText, EuiText } from '@elastic/eui';
import React, { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { KeyCounts } from '../../../common/http_api/query_keys.ts';
import { type KeyFilter, MAX_SEARCH_LENGTH } from '../../../common/key_filter.ts';
import { useOwners } from '../../api/queries.ts';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { OptionList, optionId } from '../../option_list/option_list.tsx';
import { useActiveOption } from '../../option_list/use_active_option.ts';
import { useSettled } from '../../use_settled.ts';
import { listedOwners } from './listed_owners.ts';
import { toggled } from './toggled.ts';

const DEBOUNCE_MS = 250;
/** The server lists no more. */
const MAX_LISTED = 100;

export interface OwnerChoicesProps {
  /** The owners with the most keys. */
  readonly counted: KeyCounts['owners'];
  /** Which keys' owners to search among. */
  readonly filter: KeyFilter;
  readonly chosen: readonly string[];
  onChoose(owners: readonly string[]): void;
}

/** The owners with the most keys; the server finds the others by a part of their names. */
export function OwnerChoices({ counted, filter, chosen, onChoose }: OwnerChoicesProps) {
  const { formatMessage } = useIntl();
  const listId = useId();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim(), DEBOUNCE_MS);
  const { data, error, isFetching } = useOwners(asked, filter);
  const found = asked === '' ? counted : (data?.owners ?? counted);
  const owners = listedOwners(found, chosen);
  const pick = (index: number) => {
    const picked = owners[index];
    if (picked !== undefined) onChoose(toggled(chosen, picked.username));
  };
  const { active, reset, onKeyDown } = useActiveOption('field', owners.length, pick);
  const label = formatMessage({
    id: 'projectApiKeys.filter.findOwner',
    defaultMessage: 'Find an owner',
  });
  return (
    <>
      <div style={{ padding: 8 }}>
        <EuiFieldSearch
          compressed
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          maxLength={MAX_SEARCH_LENGTH}
          value={text}
          isLoading={isFetching || text.trim() !== asked}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={true}
          aria-controls={listId}
          aria-activedescendant={optionId(listId, active)}
          onChange={(event) => {
            setText(event.target.value);
            reset();
          }}
          onKeyDown={onKeyDown}
        />
        <div aria-live="polite">
          {asked !== '' && error && <EuiFormErrorText>{error.message}</EuiFormErrorText>}
          {found.length === 0 && !error && (
            <EuiText size="xs" color="subdued">
              <FormattedMessage
                id="projectApiKeys.filter.noOwner"
                defaultMessage="No keys that match have such an owner."
              />
            </EuiText>
          )}
          {found.length === MAX_LISTED && (
            <EuiText size="xs" color="subdued">
              <FormattedMessage
                id="projectApiKeys.filter.moreOwners"
                defaultMessage="The {count} with the most keys; type to find others."
                values={{ count: MAX_LISTED }}
              />
            </EuiText>
          )}
        </div>
      </div>
      <OptionList
        id={listId}
        aria-label={formatMessage({
          id: 'projectApiKeys.filter.owner',
          defaultMessage: 'Owner',
        })}
        options={owners.map(({ username, count }) => ({
          value: username,
          label: <ForeignText>{username}</ForeignText>,
          count,
          'data-test-subj': `apiKeysFilterOwner-${username}`,
        }))}
        active={active}
        chosen={chosen}
        onPick={pick}
      />
    </>
  );
}
