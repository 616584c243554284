import type { IntlShape } from 'react-intl';
import type { Task, TaskRun } from '../../common/http_api/tasks.ts';
import { isAlwaysOn } from './task_states.ts';

/** Something that happened to a task. */
export type TaskNews =
  | { readonly what: 'turnedOn' | 'turnedOff'; readonly title: string }
  | { readonly what: 'ended'; readonly title: string; readonly run: TaskRun };

/** What happened between two looks at the tasks. A run of the service itself that found nothing to do is none. */
export const newsBetween = (before: readonly Task[], after: readonly Task[]): TaskNews[] =>
  after.flatMap((task) => {
    const old = before.find(({ id }) => id === task.id);
    return old === undefined ? [] : [...switched(old, task), ...ended(old, task)];
  });

const switched = (old: Task, { title, enabled }: Task): TaskNews[] =>
  old.enabled === enabled ? [] : [{ what: enabled ? 'turnedOn' : 'turnedOff', title }];

function ended(old: Task, task: Task): TaskNews[] {
  const { title, last_run: run } = task;
  if (run === undefined || run.ended === old.last_run?.ended) return [];
  const isRoutine = isAlwaysOn(task) && run.outcome === 'succeeded' && run.affected === 0;
  return isRoutine ? [] : [{ what: 'ended', title, run }];
}

/** The news in a sentence, for screen readers. */
export function newsSentence(intl: IntlShape, news: TaskNews): string {
  switch (news.what) {
    case 'turnedOn':
      return intl.formatMessage(
        { id: 'projectApiKeys.tasks.turnedOn', defaultMessage: '“{task}” is on' },
        { task: news.title },
      );
    case 'turnedOff':
      return intl.formatMessage(
        { id: 'projectApiKeys.tasks.turnedOff', defaultMessage: '“{task}” is off' },
        { task: news.title },
      );
    case 'ended':
      return intl.formatMessage(
        {
          id: 'projectApiKeys.tasks.ended',
          defaultMessage:
            '“{task}” {outcome, select, succeeded {has run} other {failed}}: {message}',
        },
        { task: news.title, outcome: news.run.outcome, message: news.run.message },
      );
  }
}
