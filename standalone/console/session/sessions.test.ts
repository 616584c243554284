import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../common/secret.ts';
import { Sessions } from './sessions.ts';

const minute = 60_000;
const now = 1_700_000_000_000;
const lasting = () => new Sessions({ idleTimeout: 10 * minute, lifespan: 60 * minute });

describe('a session', () => {
  it('is over once it was idle for too long', () => {
    const sessions = lasting();
    const session = sessions.begin(new Secret('Basic x'), now);
    expect(sessions.isOver(session, now + 10 * minute - 1)).toBe(false);
    expect(sessions.isOver(session, now + 10 * minute)).toBe(true);
  });

  it('lives on while it is used, up to its lifespan', () => {
    const sessions = lasting();
    let session = sessions.begin(new Secret('Basic x'), now);
    let time = now;
    for (; time < now + 60 * minute; time += 5 * minute) {
      expect(sessions.isOver(session, time)).toBe(false);
      session = sessions.renewal(session, time) ?? session;
    }
    expect(sessions.isOver(session, time)).toBe(true);
  });

  it('is renewed only when a tenth of the idle time has passed', () => {
    const sessions = lasting();
    const session = sessions.begin(new Secret('Basic x'), now);
    expect(sessions.renewal(session, now + minute - 1)).toBeUndefined();
    expect(sessions.renewal(session, now + minute)).toEqual({ ...session, renewed: now + minute });
  });

  it('never runs out where neither limit is set', () => {
    const sessions = new Sessions({ idleTimeout: 0, lifespan: 0 });
    const session = sessions.begin(new Secret('Basic x'), now);
    expect(sessions.isOver(session, now + 1e12)).toBe(false);
    expect(sessions.renewal(session, now + 1e12)).toBeUndefined();
  });

  it('is over for every copy of it once it was ended, and no other is', async () => {
    const sessions = lasting();
    const [session, other] = [
      sessions.begin(new Secret('Basic x'), now),
      sessions.begin(new Secret('Basic x'), now),
    ];
    const copy = sessions.renewal(session, now + minute) ?? session;
    await sessions.end(session, now + minute);
    expect(sessions.isOver(copy, now + minute)).toBe(true);
    expect(sessions.isOver(other, now + minute)).toBe(false);
  });

  it('stays over when later ones end and the list of ended ones is tidied', async () => {
    const sessions = lasting();
    const session = sessions.begin(new Secret('Basic x'), now);
    await sessions.end(session, now);
    await sessions.end(sessions.begin(new Secret('Basic y'), now), now + 9 * minute);
    expect(sessions.isOver(session, now + 9 * minute)).toBe(true);
    await sessions.end(sessions.begin(new Secret('Basic z'), now), now + 11 * minute);
    expect(sessions.isOver(session, now + 11 * minute)).toBe(true);
  });
});
