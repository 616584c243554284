import { createStore, type Store } from './store.ts';

export type ColorMode = 'light' | 'dark';

const STORAGE_KEY = 'projectApiKeys.colorMode';

/** What was chosen before in this browser, else what the system prefers. Follows and keeps changes. */
export function createColorMode(page: Window): Store<ColorMode> {
  const store = createStore<ColorMode>(chosenBefore(page) ?? preferred(page));
  // Scroll bars and the canvas follow at once, before EUI's styles are there.
  const paint = () => page.document.documentElement.style.setProperty('color-scheme', store.get());
  paint();
  store.subscribe(() => {
    paint();
    keep(page, store.get());
  });
  return store;
}

const preferred = (page: Window): ColorMode =>
  page.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

// Storage throws where the browser blocks it; the mode then lasts as long as the page.
function chosenBefore(page: Window): ColorMode | undefined {
  try {
    const kept = page.localStorage.getItem(STORAGE_KEY);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}
function keep(page: Window, mode: ColorMode): void {
  try {
    page.localStorage.setItem(STORAGE_KEY, mode);
  } catch {}
}
