import React from 'react';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { CreatedKeyPanel } from '../created_key/created_key_panel.tsx';
import { useReturnFocus } from '../use_return_focus.ts';

interface Props {
  readonly created: CreatedKey;
  focusAfter(): HTMLElement | null;
  onDone(): void;
}

/** The new key's secret above the list; when it goes, the focus does not go with it. */
export function CreatedKeySlot({ created, focusAfter, onDone }: Props) {
  useReturnFocus(focusAfter);
  return <CreatedKeyPanel created={created} onDone={onDone} />;
}
