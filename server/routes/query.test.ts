import { describe, expect, it } from '@jest/globals';
import { callRoute } from '../../test/helpers/call_route.ts';
import { keyStore } from '../../test/helpers/key_store.ts';
import { encodeFor } from '../elasticsearch/checked_json.ts';
import { defineQueryRoute } from './query.ts';

const KEYS = Array.from({ length: 30 }, (_, index) => ({
  id: `k${index}`,
  name: 'k',
  username: 'ann',
  creation: index,
}));
interface Page {
  readonly keys: readonly { readonly id: string }[];
  readonly next_cursor: string | null;
}

async function query(body?: unknown) {
  const define = (router: Parameters<typeof defineQueryRoute>[0]) =>
    defineQueryRoute(router, () => 1000);
  const answer = await callRoute(define, keyStore(KEYS).client, { body });
  return { ...answer, page: answer.body as Page };
}

describe('POST /_query', () => {
  it('gives the 25 newest keys without a body', async () => {
    const { page } = await query();
    expect(page).toMatchObject({ total: 30, keys: { length: 25, 0: { id: 'k29' } } });
  });

  it('goes on where the cursor says', async () => {
    const first = await query({});
    const second = await query({ cursor: first.page.next_cursor });
    expect(second.page).toMatchObject({ total: 30, next_cursor: null, keys: { length: 5 } });
  });

  const fit = { at: ['1', 'k'], given: ['k1'] };
  const forged = (content: unknown) => encodeFor('list 1 creation desc', content);

  it.each([
    ['no base64', 'not a cursor!'],
    ['no JSON', 'AAAA'],
    ['nothing', ''],
    ['of another version', encodeFor('list 0 creation desc', fit)],
    ['of another field', encodeFor('list 1 name desc', fit)],
    ['of the other direction', encodeFor('list 1 creation asc', fit)],
    ['of a deletion', encodeFor('deletion 1', fit)],
    ['with too few values', forged({ ...fit, at: ['1'] })],
    ['with a time that is none', forged({ ...fit, at: ['soon', 'k'] })],
    ['with a time beyond 64 bits', forged({ ...fit, at: ['9223372036854775808', 'k'] })],
    ['with too many ids', forged({ ...fit, given: Array(9000).fill('k') })],
  ])('refuses a cursor that is %s', async (_case, cursor) => {
    expect(await query({ cursor })).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^\[request body\.cursor\]: expected /) },
    });
  });

  it('takes a cursor as it was given', async () => {
    expect(await query({ cursor: forged(fit) })).toMatchObject({ status: 200 });
  });

  it('refuses a cursor that was shortened or changed anywhere', async () => {
    const { page } = await query({});
    const cursor = page.next_cursor ?? '';
    for (let at = 0; at < cursor.length; at++) {
      const start = cursor.slice(0, at);
      const changed = `${start}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      for (const damaged of [start, changed])
        expect((await query({ cursor: damaged })).status).toBe(400);
    }
  });
});
