import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import type { Task } from '../../common/http_api/tasks.ts';
import { aRun, aTask, aTaskKey } from '../../test/helpers/tasks_server.ts';
import { newsBetween, newsSentence } from './task_news.ts';

const intl = createIntl({ locale: 'en' });
const said = (before: readonly Task[], after: readonly Task[]) =>
  newsBetween(before, after).map((news) => newsSentence(intl, news));

const on = aTask({ enabled: true, key: aTaskKey() });
const ranAt = (at: number, run = {}) => ({ ...on, last_run: aRun(at, run) });

describe('the news of tasks', () => {
  it.each<[string, Task, Task, string[]]>([
    ['one was turned on', aTask(), on, ['“Delete expired keys” is on']],
    ['one was turned off', on, aTask(), ['“Delete expired keys” is off']],
    [
      'one ran for the first time',
      on,
      ranAt(1),
      ['“Delete expired keys” has run: Deleted 3 expired keys.'],
    ],
    [
      'one ran and found nothing to do',
      ranAt(1),
      ranAt(2, { affected: 0, message: 'Nothing.' }),
      ['“Delete expired keys” has run: Nothing.'],
    ],
    [
      'one failed',
      ranAt(1),
      ranAt(2, { outcome: 'failed', message: 'no permission' }),
      ['“Delete expired keys” failed: no permission'],
    ],
    ['nothing happened', ranAt(1), ranAt(1), []],
    ['one is read for the first time', aTask({ id: 'other' }), ranAt(1), []],
  ])('%s', (_what, before, after, sentences) => {
    expect(said([before], [after])).toEqual(sentences);
  });

  it('do not tell of a task that is always on and found nothing to do', () => {
    const queue = aTask({ title: 'Queue', enabled: true, required_privileges: { cluster: [] } });
    const idle = aRun(1, { affected: 0 });
    expect(said([queue], [{ ...queue, last_run: idle }])).toEqual([]);
    const failed = aRun(1, { affected: 0, outcome: 'failed', message: 'away' });
    expect(said([queue], [{ ...queue, last_run: failed }])).toEqual(['“Queue” failed: away']);
  });
});
