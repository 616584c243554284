import { describe, expect, it, jest } from '@jest/globals';
import { createBundles } from './bundles.ts';

const KEY = 'plugin/some/public';

describe('the registry of bundles', () => {
  it('runs a bundle when it is asked for, not before', () => {
    const bundles = createBundles();
    const bundleRequire = jest.fn((moduleKey: string) => ({ moduleKey }));
    bundles.define(KEY, bundleRequire, 'some/public');
    expect(bundleRequire).not.toHaveBeenCalled();
    expect(bundles.get(KEY)).toEqual({ moduleKey: 'some/public' });
  });

  it('knows what was defined', () => {
    const bundles = createBundles();
    expect(bundles.has(KEY)).toBe(false);
    bundles.define(KEY, () => ({}), '');
    expect(bundles.has(KEY)).toBe(true);
  });

  it('takes a key once', () => {
    const bundles = createBundles();
    bundles.define(KEY, () => 'first', '');
    expect(() => bundles.define(KEY, () => 'second', '')).toThrow(
      `${KEY} is defined a second time`,
    );
    expect(bundles.get(KEY)).toBe('first');
  });

  it('gives nothing that was not defined', () => {
    expect(() => createBundles().get(KEY)).toThrow(`${KEY} was not defined`);
  });
});
