import type { MouseEvent } from 'react';
import { useAppServices } from './app_services.ts';
import { isPlainClick } from './plain_click.ts';

export interface AppLink {
  readonly href: string;
  onClick(event: MouseEvent): void;
}

/**
 * Gives what a link to another view of the app needs, by the view's query (`?tab=tasks`). A plain
 * click stays in the page; any other is the browser's, as to open a new tab.
 */
export function useAppLink(): (search: string) => AppLink {
  const { history } = useAppServices();
  return (search) => ({
    href: history.hrefOf(search),
    onClick(event) {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      history.push(search);
    },
  });
}
