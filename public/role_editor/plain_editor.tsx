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
  id,
  readOnly,
  isInvalid,
  'aria-describedby': describedBy,
}: EditorProps) {
  return (
    <EuiTextArea
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      rows={10}
      spellCheck={false}
      readOnly={readOnly}
      isInvalid={isInvalid}
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
        onChecked({ problems: check(target.value), doubts: [] }, target.value);
      }}
    />
  );
}
