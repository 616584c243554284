import type { Time } from '../../standalone/console/time.ts';

interface Sleeper {
  readonly until: number;
  wake(): void;
}

/** Time that stands still until a test lets it pass. */
export class FakeTime implements Time {
  #elapsed = 0;
  #clock: number;
  readonly #sleepers = new Set<Sleeper>();

  /** `clock` is what the machine's clock shows at first, in ms since epoch. */
  constructor(clock = Date.UTC(2026, 0, 1)) {
    this.#clock = clock;
  }

  now = (): number => this.#clock;
  elapsed = (): number => this.#elapsed;

  sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const sleeper = { until: this.#elapsed + ms, wake: () => end() };
      const end = () => {
        this.#sleepers.delete(sleeper);
        resolve();
      };
      this.#sleepers.add(sleeper);
      signal.addEventListener('abort', end, { once: true });
    });

  /** Lets so many ms pass, and everything happen that is to happen meanwhile. */
  async pass(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await settled();
    for (;;) {
      const [next] = [...this.#sleepers].sort((a, b) => a.until - b.until);
      if (next === undefined || next.until > end) break;
      this.#moveTo(Math.max(next.until, this.#elapsed));
      next.wake();
      await settled();
    }
    this.#moveTo(end);
  }

  /** Sets the machine's clock forward, or back. */
  setClock(by: number): void {
    this.#clock += by;
  }

  #moveTo(elapsed: number): void {
    this.#clock += elapsed - this.#elapsed;
    this.#elapsed = elapsed;
  }
}

/** Once all has happened that waits for nothing but its turn. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
