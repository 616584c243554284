import React from 'react';

/**
 * Text that others chose, such as a key's name, in whatever script and length. It keeps its own writing
 * direction and breaks where it must.
 */
export function ForeignText({ children }: { readonly children: string }) {
  return <bdi style={{ overflowWrap: 'anywhere' }}>{children}</bdi>;
}
