import { describe, expect, it } from '@jest/globals';
import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { ApiError } from '../api/api_error.ts';
import type { DeleteTarget } from './delete_target.ts';
import {
  answered,
  askedAbout,
  begun,
  type Deletion,
  failed,
  nextRequest,
  retried,
  stopped,
  unsure,
  untried,
  waited,
} from './deletion.ts';

const busy = new ApiError('busy', { statusCode: 429 });
const silent = new ApiError('no answer');
const refused = new ApiError('not allowed', { statusCode: 403 });
const nothing: DeleteResult = { deleted: [], already_deleted: [], not_found: [], failed: [] };

const idsOf = (count: number) => Array.from({ length: count }, (_, i) => `id${i}`);
const listed = (count: number): DeleteTarget => ({
  keys: idsOf(count).map((id) => anApiKey({ id })),
});
const matching = (total: number): DeleteTarget => ({
  filter: { search: 'x' },
  total,
  managed: 0,
});
const running = (target: DeleteTarget) => begun(askedAbout(target));
const afterChunk = (deletion: Deletion, remaining: number, cursor: string | null) =>
  answered(deletion, { ...nothing, deleted: idsOf(1000), remaining, next_cursor: cursor });

describe('a deletion of listed keys', () => {
  it('asks for them in one request and is done with the answer', () => {
    const deletion = running(listed(3));
    expect(nextRequest(deletion)).toEqual({ ids: ['id0', 'id1', 'id2'] });
    const done = answered(deletion, { ...nothing, deleted: ['id0', 'id2'], not_found: ['id1'] });
    expect(done.phase).toEqual({ is: 'done' });
    expect(untried(done)).toBe(0);
  });

  it('says of what was deleted already that a request without an answer may have done it', () => {
    const waiting = failed(running(listed(2)), silent, 0);
    const done = answered(waited(waiting), { ...nothing, already_deleted: ['id0', 'id1'] });
    expect(done.tally.already_deleted.count).toBe(0);
    expect(done.tally.lost).toEqual({ count: 2, ids: ['id0', 'id1'] });
  });

  it('tries only the failed ones again, 1000 at a time', () => {
    const failures = idsOf(1500).map((id) => ({ id, reason: 'stuck' }));
    const done = answered(running(matching(1500)), { ...nothing, failed: failures });
    const again = retried(done);
    expect(nextRequest(again)).toEqual({ ids: idsOf(1000) });
    const second = answered(again, { ...nothing, deleted: idsOf(1000) });
    expect(nextRequest(second)).toEqual({ ids: idsOf(1500).slice(1000) });
    const end = answered(second, { ...nothing, deleted: idsOf(1500).slice(1000) });
    expect(end.phase).toEqual({ is: 'done' });
    expect(end.tally).toMatchObject({ deleted: { count: 1500 }, failed: [] });
  });
});

describe('a deletion of all that match', () => {
  it('goes on from each cursor until there is none', () => {
    const first = running(matching(2500));
    expect(nextRequest(first)).toEqual({ filter: { search: 'x' }, size: 1000 });
    const second = afterChunk(first, 1500, 'c1');
    expect(nextRequest(second)).toEqual({ filter: { search: 'x' }, size: 1000, cursor: 'c1' });
    expect(afterChunk(second, 0, null).phase).toEqual({ is: 'done' });
  });

  it('takes no key that came to match after the question', () => {
    const second = afterChunk(running(matching(1700)), 750, 'c1');
    expect(nextRequest(second)).toMatchObject({ size: 700 });
    const end = answered(second, {
      ...nothing,
      deleted: idsOf(700),
      remaining: 50,
      next_cursor: 'c2',
    });
    expect(end.phase).toEqual({ is: 'done' });
  });

  it('stops after the request that is under way, and resumes from its cursor', () => {
    const stopping = stopped(running(matching(3000)));
    expect(stopping).toMatchObject({ phase: { is: 'deleting' }, isStopping: true });
    const paused = afterChunk(stopping, 2000, 'c1');
    expect(paused).toMatchObject({ phase: { is: 'paused' }, isStopping: false });
    expect(untried(paused)).toBe(2000);
    expect(nextRequest(begun(paused))).toMatchObject({ cursor: 'c1' });
  });

  it('is done rather than stopped where the last request was under way', () => {
    expect(afterChunk(stopped(running(matching(1000))), 0, null).phase).toEqual({ is: 'done' });
  });

  it('counts what vanished with a request that got no answer', () => {
    const again = waited(failed(running(matching(3000)), silent, 0));
    const next = afterChunk(again, 1000, 'c1');
    expect(next.tally).toMatchObject({ deleted: { count: 1000 }, lost: { count: 1000 } });
    expect(untried(next)).toBe(1000);
    expect(unsure(next)).toBe(0);
  });

  it('does not claim what vanished by another hand', () => {
    const again = waited(failed(running(matching(3000)), busy, 0));
    expect(afterChunk(again, 1000, 'c1').tally.lost.count).toBe(0);
  });
});

describe('a request that failed', () => {
  it.each([busy, silent])('is tried again after a wait: $message', (error) => {
    const waiting = failed(running(matching(10)), error, 0.5);
    expect(waiting.phase).toEqual({ is: 'waiting', attempt: 2, ms: 1500, because: error });
    expect(nextRequest(waited(waiting))).toEqual(nextRequest(running(matching(10))));
  });

  it('waits as long as the server asks', () => {
    const error = new ApiError('away', { statusCode: 503, retryAfterMs: 5000 });
    expect(failed(running(listed(1)), error, 0).phase).toMatchObject({ ms: 5000 });
  });

  it('pauses the deletion after the fifth attempt, and gets five more when resumed', () => {
    let deletion = running(listed(1));
    for (let attempt = 1; attempt < 5; attempt++) deletion = waited(failed(deletion, busy, 0));
    expect(deletion.phase).toEqual({ is: 'deleting', attempt: 5 });
    const paused = failed(deletion, busy, 0);
    expect(paused.phase).toEqual({ is: 'paused', because: busy });
    expect(begun(paused).phase).toEqual({ is: 'deleting', attempt: 1 });
  });

  it('pauses at once where trying again makes no sense', () => {
    const paused = failed(running(matching(10)), refused, 0);
    expect(paused.phase).toEqual({ is: 'paused', because: refused });
    expect(unsure(paused)).toBe(0);
  });

  it('pauses at once where the user wants to stop', () => {
    const paused = failed(stopped(running(matching(10))), busy, 0);
    expect(paused).toMatchObject({ phase: { is: 'paused' }, isStopping: false });
  });

  it('stops at once while it waits', () => {
    const paused = stopped(failed(running(matching(10)), busy, 0));
    expect(paused.phase).toEqual({ is: 'paused', because: busy });
  });

  it.each([
    { target: listed(700), times: 3, may: 700 },
    { target: matching(1500), times: 1, may: 1000 },
    { target: matching(1500), times: 3, may: 1500 },
  ])('without an answer $times times leaves up to $may keys in doubt', ({ target, times, may }) => {
    let deletion = running(target);
    for (let i = 0; i < times; i++) deletion = failed(waited(deletion), silent, 0);
    expect(unsure(deletion)).toBe(may);
  });
});

describe('what comes at the wrong time', () => {
  const asking = askedAbout(listed(1));
  const done = answered(running(listed(1)), { ...nothing, deleted: ['id0'] });
  it.each([
    { what: 'a second start', step: begun, at: running(listed(1)) },
    { what: 'a start after the end', step: begun, at: done },
    { what: 'a stop before the start', step: stopped, at: asking },
    { what: 'a stop after the end', step: stopped, at: done },
    { what: 'a timer without a wait', step: waited, at: running(listed(1)) },
    { what: 'a retry before the end', step: retried, at: running(listed(1)) },
  ])('changes nothing: $what', ({ step, at }) => expect(step(at)).toBe(at));
});
