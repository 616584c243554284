import { describe, expect, it } from '@jest/globals';
import type { Task } from '../../common/http_api/tasks.ts';
import { aTask } from '../../test/helpers/tasks_server.ts';
import { msToNextLook } from './poll.ts';

const NOW = 1_000_000_000;

describe('the tasks are looked at again', () => {
  it.each<[string, Partial<Task>, number | false]>([
    ['soon while one runs', { running: true }, 2000],
    ['soon when one is about to run', { next_run: NOW + 3000 }, 2000],
    ['soon when one is due', { next_run: NOW }, 2000],
    ['more rarely when one is late', { next_run: NOW - 10_000 }, 10_000],
    ['rarely when one is very late', { next_run: NOW - 3_600_000 }, 30_000],
    ['not while nothing is due', { next_run: NOW + 3001 }, false],
    ['not for a task that is not planned', {}, false],
    ['not for one that is off', { enabled: false, next_run: NOW }, false],
  ])('%s', (_when, given, ms) => {
    expect(msToNextLook([aTask({ enabled: true, ...given })], NOW)).toBe(ms);
  });

  it('for the one that changes first', () => {
    const late = aTask({ enabled: true, next_run: NOW - 20_000 });
    const due = aTask({ enabled: true, next_run: NOW + 1000 });
    expect(msToNextLook([late, due], NOW)).toBe(2000);
    expect(msToNextLook([], NOW)).toBe(false);
  });
});
