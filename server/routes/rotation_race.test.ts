import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { clientWith } from '../../test/helpers/call_route.ts';
import { stayOnlySuccessor } from './rotation_race.ts';

const key = (id: string, creation: number) => ({ id, username: 'ann', creation });
const mine = key('mine', 5);
const elder = key('elder', 4);
const younger = key('younger', 6);
const twin = key('a-twin', 5);

/** Plays the race to its end, where each look finds what stands next; the last one goes on. */
async function race(...looks: (typeof mine)[][]) {
  const queryApiKeys = jest.fn(async () => ({
    total: 1,
    api_keys: [...((looks.length > 1 ? looks.shift() : looks[0]) ?? [])],
  }));
  const old = anApiKey({ id: 'old' });
  const outcome = stayOnlySuccessor(clientWith({ queryApiKeys }), old, 'mine', () => 0).then(
    () => 'stays',
    (error: Error) => error,
  );
  await jest.runAllTimersAsync();
  return { outcome: await outcome, looks: queryApiKeys.mock.calls.length };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('of several successors', () => {
  it('the only one stays at once', async () => {
    expect(await race([mine])).toEqual({ outcome: 'stays', looks: 1 });
  });

  it('one that has expired already is nobody’s competitor', async () => {
    expect(await race([])).toEqual({ outcome: 'stays', looks: 1 });
  });

  it.each([
    ['a younger one', elder],
    ['of two that are equally old, the one with the later id', twin],
  ])('%s gives way at once, and names the other', async (_case, other) => {
    expect(await race([mine, other])).toEqual({
      outcome: expect.objectContaining({
        statusCode: 409,
        message: expect.stringContaining(`[${other.id}] replaces it`),
      }),
      looks: 1,
    });
  });

  it('the eldest stays once the others have given way', async () => {
    const outcome = await race([younger, mine], [younger, mine], [mine]);
    expect(outcome).toEqual({ outcome: 'stays', looks: 3 });
  });

  it('the eldest gives way to one that does not', async () => {
    const { outcome } = await race([younger, mine]);
    expect(outcome).toMatchObject({ statusCode: 409 });
  });
});
