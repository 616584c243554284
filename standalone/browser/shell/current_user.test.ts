import { describe, expect, it } from '@jest/globals';
import { fetchCurrentUser } from './current_user.ts';

const httpThat = (fetch: () => Promise<unknown>) => ({ fetch, basePath: { prepend: String } });

describe('who is logged in', () => {
  it.each([
    [
      { username: 'jo', full_name: 'Jo Doe', roles: [] },
      { username: 'jo', full_name: 'Jo Doe' },
    ],
    [{ username: 'jo', full_name: null }, { username: 'jo' }],
    [{ username: 'jo', full_name: '' }, { username: 'jo' }],
  ])('is read from %j', async (answer, user) => {
    expect(await fetchCurrentUser(httpThat(async () => answer))).toEqual(user);
  });

  it('is unknown while Elasticsearch is away', async () => {
    const away = httpThat(() => Promise.reject(new Error('503')));
    expect(await fetchCurrentUser(away)).toBeUndefined();
  });
});
