import React from 'react';
import { CreatedKeyPanel } from '../created_key/created_key_panel.tsx';
import { useReturnFocus } from '../use_return_focus.ts';
import type { CreatedKeys, NewKey } from './use_created_keys.ts';

interface Props {
  readonly createdKeys: CreatedKeys;
  focusAfter(): HTMLElement | null;
}

/** The new keys' secrets; when one goes, the focus does not go with it. */
export function CreatedKeySlots({ createdKeys, focusAfter }: Props) {
  return createdKeys.shown.map((newKey) => (
    <Slot
      key={newKey.created.id}
      newKey={newKey}
      focusAfter={focusAfter}
      onDone={() => createdKeys.forget(newKey)}
    />
  ));
}

interface SlotProps {
  readonly newKey: NewKey;
  focusAfter(): HTMLElement | null;
  onDone(): void;
}

function Slot({ newKey, focusAfter, onDone }: SlotProps) {
  useReturnFocus(focusAfter);
  return <CreatedKeyPanel {...newKey} onDone={onDone} />;
}
