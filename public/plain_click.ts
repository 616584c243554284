import type { MouseEvent } from 'react';

/** Whether a click on a link is for the page; any other is the browser's, as to open a new tab. */
export const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey;
