import React from 'react';
import { CreatedKeyPanel } from '../created_key/created_key_panel.tsx';
import { useReturnFocus } from '../use_return_focus.ts';
import type { NewKey } from './use_created_keys.ts';

interface Props {
  readonly newKey: NewKey;
  focusAfter(): HTMLElement | null;
  onDone(): void;
}

/** The new key's secret above the list; when it goes, the focus does not go with it. */
export function CreatedKeySlot({ newKey, focusAfter, onDone }: Props) {
  useReturnFocus(focusAfter);
  return <CreatedKeyPanel {...newKey} onDone={onDone} />;
}
