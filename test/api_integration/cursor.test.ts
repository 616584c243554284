import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { SORT_FIELDS } from '../../common/key_filter.ts';
import { callApi } from '../helpers/api_client.ts';
import { writeKeys } from '../helpers/bulk_keys.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser } from '../helpers/elasticsearch.ts';

jest.setTimeout(120_000);

let app: TestConsole;
beforeAll(async () => {
  app = await startConsole();
});
afterAll(() => app.stop());

const HOUR = 3_600_000;
/** Few different values: nearly every key ties with many others in all of them. */
const tied = fc.record({
  name: fc.constantFrom('a', 'b', 'Ä'),
  creation: fc.constantFrom(1_000, 2_000),
  expiration: fc.constantFrom(null, Date.now() + HOUR, Date.now() + 2 * HOUR),
});
const sort = fc.record({
  field: fc.constantFrom(...SORT_FIELDS),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});

it('a walk gives every key that stays once, whatever is made and deleted between its pages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(tied, { minLength: 60, maxLength: 200 }),
      sort,
      fc.integer({ min: 10, max: 50 }),
      fc.infiniteStream(fc.nat()),
      async (given, sort, size, random) => {
        const { username, authorization } = await createUser({ cluster: ['manage_own_api_key'] });
        const owned = (keys: typeof given) => keys.map((key) => ({ ...key, owner: username }));
        const ids = (await writeKeys(owned(given))).map(({ id }) => id);
        const some = <A>(all: readonly A[]) =>
          all.filter(() => Number(random.next().value) % 10 === 0);
        const lost = new Set<string>();
        const seen: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const body = { sort, size, ...(cursor !== undefined && { cursor }) };
          const page = await callApi(app.url, queryKeysRoute, { authorization, body });
          expect(page.status).toBe(200);
          seen.push(...page.body.keys.map(({ id }) => id));
          cursor = page.body.next_cursor;
          const victims = [ids[seen.length % ids.length] ?? '', ...some(ids)];
          for (const id of victims) lost.add(id);
          await Promise.all([
            callApi(app.url, deleteKeysRoute, { authorization, body: { ids: victims } }),
            writeKeys(owned([...some(given), ...given.slice(0, 1)])),
          ]);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(expect.arrayContaining(ids.filter((id) => !lost.has(id))));
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
});
