/** From `from` (inclusive) to `to` (exclusive), both ms since epoch; either may be open. */
export interface TimeRange {
  readonly from?: number;
  readonly to?: number;
}

const ISO_TIME = /^(\d{4}|[+-]\d{6})-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{3})?)?Z)?$/;

/** Reads `2026-12-01..2026-12-08T12:00:00.000Z`; `undefined` for what is no range, or an empty one. */
export function parseTimeRange(text: string): TimeRange | undefined {
  const times = text.split('..').map(parseTime);
  if (times.length !== 2 || times.includes(Number.NaN)) return undefined;
  const [from, to] = times;
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from >= to) return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The reverse of `parseTimeRange`, to the millisecond. */
export const formatTimeRange = ({ from, to }: TimeRange): string =>
  [from, to].map((at) => (at === undefined ? '' : new Date(at).toISOString())).join('..');

/** `NaN` for what is no time. */
function parseTime(text: string): number | undefined {
  if (text === '') return undefined;
  return ISO_TIME.test(text) ? Date.parse(text) : Number.NaN;
}
