import * as t from 'io-ts';
import { durationMs } from '../../common/duration.ts';
import { refined } from '../../common/exact.ts';

const SHORTEST_MS = 10_000;
const LONGEST_MS = 365 * 24 * 60 * 60 * 1000;

/** How often a task runs, in the units that Kibana's task manager knows. */
export const Interval = refined(
  t.string,
  'an interval from "10s" to "365d", a whole number of s, m, h or d',
  (text) => {
    const ms = /^[1-9]\d*[smhd]$/.test(text) ? (durationMs(text) ?? 0) : 0;
    return ms >= SHORTEST_MS && ms <= LONGEST_MS;
  },
);
