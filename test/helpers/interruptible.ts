/** A process's way to what outlives it, of which a test can cut any step. */
export interface Interruptible {
  /** Runs one step, unless the process is dead. */
  readonly step: <T>(act: () => T | Promise<T>) => Promise<T>;
  /** How many steps there have been since the process was started. */
  readonly steps: () => number;
  /** The process dies when it has taken so many steps: all others fail. */
  dieAfter(steps: number): void;
  /** The answer to this step is lost, though it was done; the process lives on. */
  loseAnswer(step: number): void;
  /** A new process, and nothing is cut. */
  restart(): void;
}

export function interruptible(): Interruptible {
  let taken = 0;
  let last = Number.POSITIVE_INFINITY;
  let lost = -1;
  return {
    async step(act) {
      taken += 1;
      if (taken > last) throw new Error('The process is dead');
      const isLost = taken === lost;
      const answer = await act();
      if (isLost) throw new Error('The answer is lost');
      return answer;
    },
    steps: () => taken,
    dieAfter(steps) {
      last = steps;
    },
    loseAnswer(step) {
      lost = step;
    },
    restart() {
      taken = 0;
      last = Number.POSITIVE_INFINITY;
      lost = -1;
    },
  };
}
