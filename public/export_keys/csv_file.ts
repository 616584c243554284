/** `api-keys-2026-11-24.csv`, by the date of UTC, in which the file's times are too. `now` in ms since epoch. */
export const csvFileName = (now: number): string =>
  `api-keys-${new Date(now).toISOString().slice(0, 10)}.csv`;

/**
 * `csv` with the mark by which Excel knows UTF-8, where that makes a difference. Other programs read a
 * plain file better without.
 */
export const withEncodingMark = (csv: string): string =>
  /[\u0080-\uffff]/.test(csv) ? `\ufeff${csv}` : csv;
