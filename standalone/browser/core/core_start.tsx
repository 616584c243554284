import React from 'react';
import type { CoreStart, HttpStart, Toasts } from '../../../public/index.ts';
import type { ColorMode } from './color_mode.ts';
import { createDocTitle } from './doc_title.ts';
import type { Store } from './store.ts';
import { InnerTheme } from './theme.tsx';

interface Parts {
  readonly http: HttpStart;
  readonly toasts: Toasts;
  readonly colorMode: Store<ColorMode>;
}

/** What the console's shell offers a plugin as Kibana's core. */
export const createCoreStart = ({ http, toasts, colorMode }: Parts): CoreStart => ({
  http,
  notifications: { toasts },
  chrome: { docTitle: createDocTitle(document) },
  // EUI's own words are English without a context.
  rendering: {
    addContext: (element) => <InnerTheme colorMode={colorMode}>{element}</InnerTheme>,
  },
});
