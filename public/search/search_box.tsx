import { EuiFieldSearch, EuiPanel, useEuiTheme } from '@elastic/eui';
import React, { type RefCallback, useEffect, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { MAX_SEARCH_LENGTH } from '../../common/key_filter.ts';
import { OptionList, optionId } from '../option_list/option_list.tsx';
import type { KnownValues } from './known_values.ts';
import { NotUnderstood } from './not_understood.tsx';
import { parseSearch } from './parse_search.ts';
import { useSuggestions } from './use_suggestions.ts';

interface Props {
  /** The search that is applied, as it was typed. */
  readonly search: string;
  readonly known: KnownValues;
  readonly inputRef: RefCallback<HTMLInputElement>;
  onSearch(search: string): void;
}

/** A search applies with Enter, or when the field is emptied. */
export function SearchBox({ search, known, inputRef, onSearch }: Props) {
  const { formatMessage } = useIntl();
  const { euiTheme } = useEuiTheme();
  const listId = useId();
  const problemsId = useId();
  const [text, setText] = useState(search);
  // The browser's Back and Forward change the search too.
  useEffect(() => setText(search), [search]);

  const suggested = useSuggestions(text, known, (picked) => change(picked.search));
  const isOpen = suggested.suggestions.length > 0;
  const problems = parseSearch(search).notUnderstood;
  const apply = (wanted: string) => wanted !== search && onSearch(wanted);
  function change(changed: string, isAtEnd = true) {
    setText(changed);
    // One letter may become any word yet.
    if (isAtEnd && /\S\S$/.test(changed)) suggested.show();
    else suggested.hide();
    if (changed === '') apply('');
  }

  const label = formatMessage({
    id: 'projectApiKeys.search.label',
    defaultMessage: 'Search by name, owner or id',
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18's types have no <search>
    <form
      role="search"
      noValidate // What is not understood keeps nobody from searching for the rest.
      style={{ position: 'relative' }}
      onSubmit={(event) => {
        event.preventDefault();
        suggested.hide();
        apply(text.trim());
      }}
    >
      <EuiFieldSearch
        data-test-subj="apiKeysSearch"
        fullWidth
        aria-label={label}
        placeholder={formatMessage({
          id: 'projectApiKeys.search.placeholder',
          defaultMessage: 'Search by name, owner or id, or by terms such as status:expired',
        })}
        autoComplete="off"
        maxLength={MAX_SEARCH_LENGTH}
        inputRef={inputRef}
        value={text}
        isInvalid={problems.length > 0}
        aria-describedby={problemsId}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? optionId(listId, suggested.active) : undefined}
        onChange={({ target }) =>
          change(target.value, target.selectionStart === target.value.length)
        }
        onKeyDown={suggested.onKeyDown}
        onBlur={suggested.hide}
      />
      {isOpen && (
        <EuiPanel
          paddingSize="none"
          style={{ position: 'absolute', insetInline: 0, zIndex: Number(euiTheme.levels.menu) }}
        >
          <OptionList
            id={listId}
            aria-label={formatMessage({
              id: 'projectApiKeys.search.suggestions',
              defaultMessage: 'Suggestions',
            })}
            options={suggested.suggestions.map(({ term }) => ({ value: term, label: term }))}
            active={suggested.active}
            onPick={suggested.pick}
          />
        </EuiPanel>
      )}
      <div id={problemsId} aria-live="polite">
        <NotUnderstood terms={problems} />
      </div>
    </form>
  );
}
