import type { ColorMode } from './color_mode.ts';
import type { Store } from './store.ts';

/** The document that the console served, and what all of it shares. */
export interface Host {
  /** Where the page goes. */
  readonly element: HTMLElement;
  readonly basePath: string;
  readonly colorMode: Store<ColorMode>;
}
