import { describe, expect, it } from '@jest/globals';
import { createColorMode } from './color_mode.ts';

const setProperty = () => {};
const pageThat = (prefers: 'light' | 'dark', localStorage: Pick<Storage, 'getItem' | 'setItem'>) =>
  ({
    document: { documentElement: { style: { setProperty } } },
    localStorage,
    matchMedia: () => ({ matches: prefers === 'dark' }),
  }) as unknown as Window;

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

describe('the colour mode', () => {
  it.each(['light', 'dark'] as const)('is at first %s where the system is', (mode) => {
    expect(createColorMode(pageThat(mode, memory())).get()).toBe(mode);
  });

  it('is after a reload what was chosen, whatever the system prefers', () => {
    const storage = memory();
    createColorMode(pageThat('dark', storage)).set('light');
    expect(createColorMode(pageThat('dark', storage)).get()).toBe('light');
  });

  it('can still be changed where the browser blocks storage', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const mode = createColorMode(pageThat('light', { getItem: blocked, setItem: blocked }));
    mode.set('dark');
    expect(mode.get()).toBe('dark');
  });
});
