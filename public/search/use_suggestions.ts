import { type KeyboardEvent, useState } from 'react';
import { useActiveOption } from '../option_list/use_active_option.ts';
import type { KnownValues } from './known_values.ts';
import { type Suggestion, suggestionsFor } from './suggest.ts';

/**
 * What to suggest under a field that holds `search`: nothing until `show`, or an arrow key, asks for it.
 * Enter takes a suggestion only where the arrow keys have led to it.
 */
export function useSuggestions(
  search: string,
  known: KnownValues,
  onPick: (suggestion: Suggestion) => void,
) {
  const [isAsked, setAsked] = useState(false);
  const possible = suggestionsFor(search, known);
  const suggestions = isAsked ? possible : [];
  const pick = (index: number) => {
    const picked = possible[index];
    if (picked !== undefined) onPick(picked);
  };
  const { active, reset, onKeyDown } = useActiveOption('field', possible.length, pick);
  const show = (wanted: boolean) => {
    setAsked(wanted);
    reset();
  };
  return {
    suggestions,
    active,
    pick,
    show: () => show(true),
    hide: () => show(false),
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && suggestions.length > 0) {
        event.preventDefault(); // which would empty the field
        show(false);
      } else if (event.key.startsWith('Arrow')) setAsked(true);
      onKeyDown(event);
    },
  };
}
