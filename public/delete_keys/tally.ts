import type { DeleteResult } from '../../common/http_api/delete_keys.ts';

/** As many ids as are shown of one group. */
export const SHOWN_IDS = 10;

/** Some keys: how many, and the ids of the first ten. There can be 300,000 of them. */
export interface Some {
  readonly count: number;
  readonly ids: readonly string[];
}

/** What became of the keys that have been tried; each counts once. */
export interface Tally {
  readonly deleted: Some;
  readonly already_deleted: Some;
  /** Already deleted as well, but after a request without an answer, which may have done it. */
  readonly lost: Some;
  readonly not_found: Some;
  readonly failed: DeleteResult['failed'];
}

const NONE: Some = { count: 0, ids: [] };
export const NOTHING_TRIED: Tally = {
  deleted: NONE,
  already_deleted: NONE,
  lost: NONE,
  not_found: NONE,
  failed: [],
};

/** The tally with one more answer. */
export const withAnswer = (tally: Tally, result: DeleteResult): Tally => ({
  ...tally,
  deleted: plus(tally.deleted, result.deleted),
  already_deleted: plus(tally.already_deleted, result.already_deleted),
  not_found: plus(tally.not_found, result.not_found),
  failed: [...tally.failed, ...result.failed],
});

/** The tally with these keys lost; `ids` are those of them that are known. */
export const withLost = (tally: Tally, ids: readonly string[], count = ids.length): Tally => ({
  ...tally,
  lost: plus(tally.lost, ids, count),
});

const plus = (some: Some, ids: readonly string[], count = ids.length): Some => ({
  count: some.count + count,
  ids: [...some.ids, ...ids].slice(0, SHOWN_IDS),
});

/** How many keys have been tried. */
export const triedIn = ({ deleted, already_deleted, lost, not_found, failed }: Tally): number =>
  deleted.count + already_deleted.count + lost.count + not_found.count + failed.length;

/** Keys with one and the same outcome, and for failures one and the same reason. */
export interface OutcomeGroup extends Some {
  readonly is: keyof Tally;
  /** Elasticsearch's own words; only for `failed`. */
  readonly reason?: string;
}

/** The groups that are not empty, in the order in which they are told: first what is still to be done. */
export function outcomeGroups({ failed, ...gone }: Tally): OutcomeGroup[] {
  const byReason = Map.groupBy(failed, ({ id, reason }) => reason.replaceAll(id, '…'));
  return [
    ...[...byReason].map(([reason, failures]) => ({
      is: 'failed' as const,
      reason,
      count: failures.length,
      ids: failures.slice(0, SHOWN_IDS).map(({ id }) => id),
    })),
    ...GONE.map((is) => ({ is, ...gone[is] })),
  ].filter(({ count }) => count > 0);
}

const GONE = ['deleted', 'already_deleted', 'lost', 'not_found'] as const;
