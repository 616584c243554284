import { describe, expect, it } from '@jest/globals';
import { callRoute } from '../../test/helpers/call_route.ts';
import { keyStore } from '../../test/helpers/key_store.ts';
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

  const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const sort = { field: 'creation', direction: 'desc' };
  const fit = { v: '1', sort, at: ['1', 'k'], given: ['k1'] };

  it.each([
    ['no base64', 'not a cursor!'],
    ['no JSON', 'AAAA'],
    ['nothing', ''],
    ['of another version', forged({ ...fit, v: '2' })],
    ['of another field', forged({ ...fit, sort: { ...sort, field: 'name' } })],
    ['of the other direction', forged({ ...fit, sort: { ...sort, direction: 'asc' } })],
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

  it('refuses each shortened form of a cursor', async () => {
    const { page } = await query({});
    const cursor = page.next_cursor ?? '';
    for (let length = 0; length < cursor.length; length++) {
      expect((await query({ cursor: cursor.slice(0, length) })).status).toBe(400);
    }
  });
});
