import type { History } from 'history';
import type { MouseEvent } from 'react';

/** Props of a real link to `pathname` that a plain click follows without loading the document. */
export const internalLink = (history: History, pathname: string) => ({
  href: history.createHref({ pathname }),
  onClick(event: MouseEvent) {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!isPlain || event.altKey) return;
    event.preventDefault();
    history.push(pathname);
  },
});
