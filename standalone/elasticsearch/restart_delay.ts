const WINDOW_MS = 5 * 60_000;
const GIVE_UP_AT = 3;
const FIRST_DELAY_MS = 1000;

/**
 * How long to wait, in ms, before a node that died is started again, or `undefined` where that has
 * become pointless: at its third death within five minutes. `deaths` are in ms since epoch, the
 * present one last.
 */
export function restartDelay(deaths: readonly number[]): number | undefined {
  const now = deaths.at(-1) ?? 0;
  const recent = deaths.filter((death) => now - death < WINDOW_MS).length;
  return recent >= GIVE_UP_AT ? undefined : FIRST_DELAY_MS * 2 ** (recent - 1);
}
