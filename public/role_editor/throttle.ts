/** Has something done now and then instead of each time that it is asked for. */
export interface Throttle {
  /** It is to be done: now, or where that was not long ago, a little later. */
  ask(): void;
  /** Does now what would be done later. */
  flush(): void;
  stop(): void;
}

/** `act` is called no more often than once in `interval` ms, and always after the last `ask`. */
export function throttle(act: () => void, interval: number): Throttle {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const flush = () => {
    if (!asked) return;
    asked = false;
    act();
  };
  const wake = () => {
    resting = asked ? setTimeout(wake, interval) : undefined;
    flush();
  };
  return {
    ask() {
      asked = true;
      if (resting === undefined) wake();
    },
    flush,
    stop: () => clearTimeout(resting),
  };
}
