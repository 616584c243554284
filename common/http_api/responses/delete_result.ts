import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { Count, described } from './fields.ts';

/** What became of each key: every one is in exactly one list. */
export const DeleteResult = exact(
  {
    deleted: t.readonlyArray(t.string),
    already_deleted: t.readonlyArray(t.string),
    not_found: described('unknown, or not the caller’s to delete', t.readonlyArray(t.string)),
    failed: t.readonlyArray(exact({ id: t.string, reason: t.string }, {})),
  },
  {
    remaining: described('with a filter: how many still match', Count),
    next_cursor: described(
      'with a filter: goes on after the last key tried; null when the end was reached',
      t.union([t.string, t.null]),
    ),
  },
);
export type DeleteResult = Readonly<t.TypeOf<typeof DeleteResult>>;
