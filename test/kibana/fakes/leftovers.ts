/** What has been left on the window: event listeners by type, and timers that have yet to fire. */
export interface Leftovers {
  listeners(): string[];
  timers(): number;
}

const TARGETS = { window, document };

/** What React listens to in each document, as Kibana's own has done by then, and jsdom itself. */
const OF_OTHERS = new Set(['document selectionchange', 'document mouseover', 'document mouseout']);

/** Watches from now on until it is disposed of. */
export function watchLeftovers(): Leftovers & Disposable {
  const listeners = new Map<string, string>();
  const timers = new Set<unknown>();
  const ids = new Map<object, number>();
  const idOf = (listener: object) => {
    ids.set(listener, ids.get(listener) ?? ids.size);
    return ids.get(listener);
  };
  const restores = Object.entries(TARGETS).map(([name, target]) => {
    const { addEventListener, removeEventListener } = target;
    const key = (type: string, listener: object, options?: boolean | AddEventListenerOptions) => {
      const capture = typeof options === 'object' ? options.capture : options;
      return [name, type, idOf(listener), capture === true].join();
    };
    target.addEventListener = function add(this: Window, ...given: Parameters<typeof key>) {
      listeners.set(key(...given), `${name} ${given[0]}`);
      addEventListener.call(this, ...(given as Parameters<Window['addEventListener']>));
    } as typeof addEventListener;
    target.removeEventListener = function remove(this: Window, ...given: Parameters<typeof key>) {
      listeners.delete(key(...given));
      removeEventListener.call(this, ...(given as Parameters<Window['removeEventListener']>));
    } as typeof removeEventListener;
    return () => Object.assign(target, { addEventListener, removeEventListener });
  });
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const watched = {
    setTimeout(act: () => void, ms?: number) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
      return timer;
    },
    setInterval(act: () => void, ms?: number) {
      const timer = setInterval(act, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer?: Parameters<typeof clearTimeout>[0]) {
      timers.delete(timer);
      clearTimeout(timer);
    },
    clearInterval(timer?: Parameters<typeof clearInterval>[0]) {
      timers.delete(timer);
      clearInterval(timer);
    },
  };
  Object.assign(globalThis, watched);
  return {
    listeners: () => [...listeners.values()].filter((name) => !OF_OTHERS.has(name)),
    timers: () => timers.size,
    [Symbol.dispose]() {
      for (const restore of restores) restore();
      Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    },
  };
}
