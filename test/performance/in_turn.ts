import { median, type Spread, spread } from './statistics.ts';

/** Measures once and gives the samples, each in the same unit. */
export type Block = () => Promise<readonly number[]>;

/** All samples of both sides, block by block. */
export interface Blocks {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
}

/**
 * Measures two sides in turn, `a b`, `b a`, …, so that whatever else the machine does weighs on both.
 * A first round that is not counted warms both up.
 */
export async function inTurn(rounds: number, sides: { a: Block; b: Block }): Promise<Blocks> {
  const blocks: { a: (readonly number[])[]; b: (readonly number[])[] } = { a: [], b: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const side of round % 2 === 0 ? (['a', 'b'] as const) : (['b', 'a'] as const)) {
      const samples = await sides[side]();
      if (round > 0) blocks[side].push(samples);
    }
  }
  return blocks;
}

/** a ÷ b of each round, of the median of its samples unless `of` says otherwise. */
export function ratio({ a, b }: Blocks, of = median): Spread {
  return spread(a.map((samples, round) => of(samples) / of(b[round] ?? [])));
}
