import type { Bench } from './bench.ts';
import type { Spread } from './statistics.ts';

export type Unit = '×' | 'ms' | 's' | 'MB' | 'KB' | '%' | '';

/** One row of the table. */
export interface Figure {
  readonly title: string;
  /** What is divided by what, or what is counted. */
  readonly sides: string;
  readonly unit: Unit;
  readonly value: Spread;
  readonly reach: { readonly atMost: number } | { readonly atLeast: number };
  /** What the ratio was made of, for a reader who wonders. */
  readonly made_of?: Readonly<Record<string, number>>;
}

/** A file of `figures/`: what is measured together. */
export interface Measurement {
  readonly name: string;
  measure(bench: Bench): Promise<readonly Figure[]>;
}

export const isReached = ({ value, reach }: Figure): boolean =>
  'atMost' in reach ? value.median <= reach.atMost : value.median >= reach.atLeast;
