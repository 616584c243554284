import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same text. */
export interface Draws {
  /** A whole number from 0 to `n - 1`. */
  below(n: number): number;
  /** One of these. */
  oneOf<A>(all: readonly [A, ...A[]]): A;
}

/** `bytes` bytes, the same for the same text. */
export const bytesFrom = (text: string, bytes: number): Buffer =>
  createHash('sha512').update(text).digest().subarray(0, bytes);

/** Draws that begin anew for each text. */
export function drawsFrom(text: string): Draws {
  let source = bytesFrom(text, 64);
  let at = 0;
  const below = (n: number): number => {
    if (at === source.length) {
      source = createHash('sha512').update(source).digest();
      at = 0;
    }
    const drawn = source.readUInt32LE(at);
    at += 4;
    return Math.floor((drawn / 2 ** 32) * n);
  };
  return {
    below,
    oneOf: (all) => all[below(all.length)] ?? all[0],
  };
}
