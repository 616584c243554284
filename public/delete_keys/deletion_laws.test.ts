import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeleteKeysBody, DeleteResult } from '../../common/http_api/delete_keys.ts';
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
  stopped,
  unsure,
  waited,
} from './deletion.ts';
import { triedIn } from './tally.ts';

const refusal = new ApiError('busy', { statusCode: 429 });
const silence = new ApiError('no answer');

type Fate = 'answered' | 'answered, but stopped' | 'refused' | 'not carried out' | 'not told';

/** A server over `live` keys in the order of their ids, some of which cannot be deleted. */
function serverOf(live: readonly string[], stuck: ReadonlySet<string>) {
  const gone = new Set<string>();
  const pageOf = ({ size = 1000, cursor = '-1' }: DeleteKeysBody) =>
    live.filter((id, place) => !gone.has(id) && place > Number(cursor)).slice(0, size);
  return {
    gone,
    delete(body: DeleteKeysBody): DeleteResult {
      const tried = body.ids ?? pageOf(body);
      const already = tried.filter((id) => gone.has(id));
      const deleted = tried.filter((id) => !gone.has(id) && !stuck.has(id));
      for (const id of deleted) gone.add(id);
      const cursor = String(live.indexOf(tried.at(-1) ?? ''));
      return {
        deleted,
        already_deleted: already,
        not_found: [],
        failed: tried.filter((id) => stuck.has(id)).map((id) => ({ id, reason: 'stuck' })),
        ...(body.filter && {
          remaining: live.length - gone.size,
          next_cursor: pageOf({ ...body, cursor }).length > 0 ? cursor : null,
        }),
      };
    },
  };
}

function send(deletion: Deletion, server: ReturnType<typeof serverOf>, fate: Fate): Deletion {
  const request = nextRequest(deletion);
  if (fate === 'refused') return failed(deletion, refusal, 0);
  if (fate === 'not carried out') return failed(deletion, silence, 0);
  const result = server.delete(request);
  if (fate === 'not told') return failed(deletion, silence, 0);
  return answered(fate === 'answered' ? deletion : stopped(deletion), result);
}

const targets = {
  listed: (ids: readonly string[]): DeleteTarget => ({ keys: ids.map((id) => anApiKey({ id })) }),
  matching: ({ length: total }: readonly string[]): DeleteTarget => ({
    filter: {},
    total,
    managed: 0,
  }),
};
const ids = fc
  .integer({ min: 1, max: 2500 })
  .map((count) => Array.from({ length: count }, (_, i) => `id${i}`));
const fates = fc.array(
  fc.constantFrom<Fate[]>(
    'answered',
    'answered, but stopped',
    'refused',
    'not carried out',
    'not told',
  ),
  { maxLength: 12 },
);

describe('whatever happens to its requests, a deletion', () => {
  it.each(['listed', 'matching'] as const)('counts each of the keys once: %s', (kind) => {
    fc.assert(
      fc.property(ids, fc.nat({ max: 9 }), fates, (all, stuckOfTen, ahead) => {
        const stuck = new Set(all.filter((_, i) => i % 10 < stuckOfTen));
        const server = serverOf(all, stuck);
        let deletion = askedAbout(targets[kind](all));
        const coming = [...ahead];
        while (deletion.phase.is !== 'done') {
          if (deletion.phase.is === 'deleting')
            deletion = send(deletion, server, coming.shift() ?? 'answered');
          else deletion = begun(waited(deletion));

          const { deleted, lost } = deletion.tally;
          const told = deleted.count + lost.count;
          expect(told).toBeLessThanOrEqual(server.gone.size);
          expect(server.gone.size).toBeLessThanOrEqual(told + unsure(deletion));
        }
        const { tally } = deletion;
        expect(triedIn(tally)).toBe(all.length);
        expect(tally.deleted.count + tally.lost.count).toBe(server.gone.size);
        expect(new Set(tally.failed.map(({ id }) => id))).toEqual(stuck);
      }),
      { numRuns: 60 },
    );
  });
});
