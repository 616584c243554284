import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findOwnersRoute } from '../../common/http_api/find_owners.ts';
import { callApi } from '../helpers/api_client.ts';
import { writeKeys } from '../helpers/bulk_keys.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKeys } from '../helpers/keys.ts';

/** In the names of all owners of this suite. */
const TEAM = randomUUID();
const ANN = `Ann.${TEAM}`;
const STAR = `${TEAM}*ben`;

let app: TestConsole;
let viewer: TestUser;
let owner: TestUser;

beforeAll(async () => {
  [app, viewer, owner] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['read_security'] }),
    createUser({ cluster: ['manage_own_api_key'] }),
    writeKeys([
      ...Array(3).fill({ owner: ANN, name: 'books', expiration: null }),
      { owner: STAR, name: 'books', expiration: null },
      { owner: STAR, name: 'books', expiration: Date.now() - 60_000 },
      ...Array.from({ length: 110 }, (_, n) => ({ owner: `many.${n}.${TEAM}`, name: 'songs' })),
    ]),
  ]);
  await createKeys(app.url, owner, [{ name: 'books' }]);
});
afterAll(() => app.stop());

const find = (body: unknown, { authorization } = viewer) =>
  callApi(app.url, findOwnersRoute, { authorization, body });

describe('200', () => {
  it('finds owners by part of their name in any case, those with the most keys first', async () => {
    const { status, body } = await find({ username: TEAM.toUpperCase() });
    expect(status).toBe(200);
    expect(body.owners).toHaveLength(100);
    expect(body.owners.slice(0, 2)).toEqual([
      { username: ANN, count: 3 },
      { username: STAR, count: 2 },
    ]);
  });

  it.each([
    ['literally', { username: `${TEAM}*` }, [[STAR, 2]]],
    ['by what a name can hold', { username: '*'.repeat(256) }, []],
    [
      'among the keys of a filter',
      { username: TEAM, filter: { search: 'books', statuses: ['active'] } },
      [
        [ANN, 3],
        [STAR, 1],
      ],
    ],
    [
      'beyond the chosen owners',
      { username: `ANN.${TEAM}`, filter: { owners: [STAR] } },
      [[ANN, 3]],
    ],
  ])('finds them %s', async (_case, body, owners) => {
    const found = (await find(body)).body.owners;
    expect(found.map(({ username, count }) => [username, count])).toEqual(owners);
  });

  it('shows those who may see only their own keys nobody else', async () => {
    expect((await find({ username: TEAM }, owner)).body).toEqual({ owners: [] });
    const { username } = owner;
    expect((await find({ username }, owner)).body.owners).toEqual([{ username, count: 1 }]);
  });
});

describe('400', () => {
  it.each([
    [{}, 'username'],
    [{ username: '' }, 'username'],
    [{ username: 'x'.repeat(257) }, 'username'],
    [{ username: 'a', filter: { owner: 'a' } }, 'filter.owner'],
    [{ username: 'a', size: 5 }, 'size'],
  ])('for %j names the place', async (body, path) => {
    const { status, error } = await find(body);
    expect(status).toBe(400);
    expect(error.message).toContain(`[request body.${path}]:`);
  });
});

describe('403', () => {
  it('for one who may see no keys', async () => {
    expect((await find({ username: 'a' }, await createUser({}))).status).toBe(403);
  });
});
