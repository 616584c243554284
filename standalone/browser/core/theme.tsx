import { EuiProvider } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import type { ColorMode } from './color_mode.ts';
import { type Store, useStore } from './store.ts';

interface ThemeProps {
  readonly colorMode: Store<ColorMode>;
  readonly children: ReactNode;
}

/** The look of the whole document, around its first React root. */
export const DocumentTheme = ({ colorMode, children }: ThemeProps) => (
  <EuiProvider colorMode={useStore(colorMode)}>{children}</EuiProvider>
);

/** The same look for another React root in a document that has its global styles already. */
export const InnerTheme = ({ colorMode, children }: ThemeProps) => (
  <EuiProvider colorMode={useStore(colorMode)} globalStyles={false} utilityClasses={false}>
    {children}
  </EuiProvider>
);
