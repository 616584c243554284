import React from 'react';

/**
 * Text that others chose, such as a key's name: any script, any length. It keeps its own writing
 * direction and breaks where it must.
 */
export function ForeignText({ children }: { readonly children: string }) {
  return <bdi style={{ overflowWrap: 'anywhere' }}>{children}</bdi>;
}
