import type { Boom } from '@hapi/boom';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { settled } from '../../../test/helpers/fake_time.ts';
import { type Attempt, Throttle } from './throttle.ts';

const HERE = '192.0.2.7';
const ELSEWHERE = '198.51.100.7';

let now: number;
let throttle: Throttle;
beforeEach(() => {
  now = 0;
  const allowances = {
    user: { free: 3, forgetEvery: 60_000 },
    address: { free: 10, forgetEvery: 6_000 },
  };
  throttle = new Throttle(allowances, () => now);
});

async function fail(times: number, username = 'ada', address = HERE): Promise<void> {
  for (let i = 0; i < times; i++) (await throttle.begin(username, address)).failed();
}

/** The seconds to wait for, or `undefined` where one may go on. */
async function refusal(username = 'ada', address = HERE): Promise<unknown> {
  try {
    (await throttle.begin(username, address)).toldNothing();
    return undefined;
  } catch (error) {
    return (error as Boom).output.headers['retry-after'];
  }
}

describe('the throttle', () => {
  it('makes whoever guesses wait longer and longer', async () => {
    await fail(3);
    expect(await refusal()).toBe('1');
    now += 1000;
    await fail(1);
    expect(await refusal()).toBe('2');
    now += 2000;
    await fail(1);
    expect(await refusal()).toBe('4');
  });

  it('says so with a status and a sentence', async () => {
    await fail(3);
    await expect(throttle.begin('ada', HERE)).rejects.toThrow(
      expect.objectContaining({
        message: 'Too many failed attempts. Try again in 1 second.',
        output: expect.objectContaining({ statusCode: 429 }),
      }),
    );
  });

  it('lets nobody lock a user out from elsewhere, or another user of the same address', async () => {
    await fail(3);
    expect(await refusal('ada', ELSEWHERE)).toBeUndefined();
    expect(await refusal('bob', HERE)).toBeUndefined();
  });

  it('takes a name for the same one in any case', async () => {
    await fail(2);
    await fail(1, 'ADA');
    expect(await refusal('Ada')).toBe('1');
  });

  it.each([
    ['2001:db8::1', '2001:db8::2'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
  ])('takes %s and %s for the same client', async (one, other) => {
    await fail(3, 'ada', one);
    expect(await refusal('ada', other)).toBe('1');
  });

  it("lets nobody try one password on many users' accounts", async () => {
    for (let user = 0; user < 10; user++) await fail(1, `user-${user}`);
    expect(await refusal('user-10')).toBe('1');
    expect(await refusal('user-10', ELSEWHERE)).toBeUndefined();
  });

  it('lets as many be made at once as may fail; the others wait for them, and fail with them', async () => {
    const begun: Attempt[] = [];
    const all = Array.from({ length: 100 }, async () => {
      begun.push(await throttle.begin('ada', HERE));
    });
    await settled();
    expect(begun).toHaveLength(3);
    for (const attempt of begun) attempt.failed();
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(begun).toHaveLength(3);
  });

  it('lets all be made that succeed, however many there are at once', async () => {
    const all = Array.from({ length: 100 }, async () => {
      const attempt = await throttle.begin('ada', HERE);
      await settled();
      attempt.succeeded();
    });
    await expect(Promise.all(all)).resolves.toHaveLength(100);
  });

  it('lets one attempt be made at a time once there were too many', async () => {
    await fail(3);
    now += 1000;
    const [first, second] = [throttle.begin('ada', HERE), throttle.begin('ada', HERE)];
    (await first).failed();
    await expect(second).rejects.toThrow('Try again in 2 seconds.');
  });

  it('begins anew for a user who knows the password after all', async () => {
    await fail(2);
    (await throttle.begin('ada', HERE)).succeeded();
    await fail(2);
    expect(await refusal()).toBeUndefined();
  });

  it('does not begin anew for the address: an attacker may have a password of their own', async () => {
    for (let user = 0; user < 9; user++) await fail(1, `user-${user}`);
    (await throttle.begin('mallory', HERE)).succeeded();
    await fail(1, 'user-9');
    expect(await refusal('user-10')).toBe('1');
  });

  it('does not count what told nothing about the password', async () => {
    for (let i = 0; i < 100; i++) (await throttle.begin('ada', HERE)).toldNothing();
    expect(await refusal()).toBeUndefined();
  });
});
