/** The registry through which Kibana and the bundles of plugins meet. */
export interface Bundles {
  has(key: string): boolean;
  /** @throws Error where the key is taken */
  define(key: string, bundleRequire: (moduleKey: string) => unknown, moduleKey: string): void;
  /** @throws Error where nothing was defined */
  get(key: string): unknown;
}

/** `window.__kbnBundles__` of a new document. */
export function createBundles(): Bundles {
  const defined = new Map<string, () => unknown>();
  return {
    has: (key) => defined.has(key),
    define(key, bundleRequire, moduleKey) {
      if (defined.has(key)) throw new Error(`${key} is defined a second time`);
      defined.set(key, () => bundleRequire(moduleKey));
    },
    get(key) {
      const load = defined.get(key);
      if (load === undefined) throw new Error(`${key} was not defined`);
      return load();
    },
  };
}
