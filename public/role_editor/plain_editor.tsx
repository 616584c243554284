import { EuiTextArea } from '@elastic/eui';
import React from 'react';
import type { EditorProps } from './editor_props.ts';

/** Stands in for the JSON editor where its code could not be downloaded. */
export function PlainEditor({
  label,
  value,
  onChange,
  check,
  onChecked,
  onLeave: _notNeeded,
  ...rest
}: EditorProps) {
  return (
    <EuiTextArea
      {...rest}
      aria-label={label}
      rows={10}
      spellCheck={false}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
        onChecked(check(target.value), target.value);
      }}
    />
  );
}
