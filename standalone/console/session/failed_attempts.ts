/** How many failures cost nothing, and how many ms it takes until one of them is forgotten. */
export interface Allowance {
  readonly free: number;
  readonly forgetEvery: number;
}

interface Failures {
  /** Those not yet forgotten, as of `at`; a fraction while one is being forgotten. */
  readonly count: number;
  readonly at: number;
  /** When the next attempt may be made. */
  readonly waitUntil: number;
}

/** The wait after the first failure that is not free, in ms. */
const FIRST_WAIT = 1000;

/** So many keys take some 10 MB. Beyond, the one that has been quiet for the longest gives way. */
const MOST_KEYS = 50_000;

/**
 * Failed attempts by key, as a leaky bucket. Once it is full each further failure doubles the wait
 * for the next attempt: 1 s, 2 s, 4 s. As failures are forgotten meanwhile, that ends near
 * `forgetEvery`: nobody is shut out for longer, and whoever never gives up has one attempt in that
 * time. All times are ms on a clock that never jumps.
 */
export class FailedAttempts {
  readonly #allowance: Allowance;
  /** The key whose last failure is the longest ago comes first. */
  readonly #failures = new Map<string, Failures>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** How long this key has to wait, in ms; 0 where it may try. */
  waitOf(key: string, now: number): number {
    return Math.max(0, (this.#failures.get(key)?.waitUntil ?? 0) - now);
  }

  /** How many attempts this key may make at a time, where it has not to wait. */
  roomOf(key: string, now: number): number {
    return Math.max(1, -this.#tooMany(this.#countOf(key, now)));
  }

  add(key: string, now: number): void {
    const count = this.#countOf(key, now) + 1;
    const tooMany = this.#tooMany(count);
    const wait = tooMany < 0 ? 0 : FIRST_WAIT * 2 ** tooMany;
    this.#failures.delete(key);
    this.#failures.set(key, { count, at: now, waitUntil: now + wait });
    this.#tidy(now);
  }

  forget(key: string): void {
    this.#failures.delete(key);
  }

  /** Below 0 while they are free. One that has only begun to be forgotten counts. */
  #tooMany(count: number): number {
    return Math.round(count) - this.#allowance.free;
  }

  #countOf(key: string, now: number): number {
    const failures = this.#failures.get(key);
    if (failures === undefined) return 0;
    const forgotten = (now - failures.at) / this.#allowance.forgetEvery;
    return Math.max(0, failures.count - forgotten);
  }

  #tidy(now: number): void {
    for (const key of this.#failures.keys()) {
      if (this.#failures.size <= MOST_KEYS && this.#countOf(key, now) > 0) break;
      this.#failures.delete(key);
    }
  }
}
