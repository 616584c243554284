import React from 'react';
import { FormattedMessage } from 'react-intl';
import { useKnownTasks } from '../api/task_queries.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { grantedFor, type UsedKey } from './use_task_of.ts';

interface Props {
  /** Managed keys that are to go; `undefined` where it is not known which. */
  readonly keys: readonly UsedKey[] | undefined;
}

/** Names the background tasks that stop, or may, when managed keys go. */
export function StoppingTasks({ keys }: Props) {
  const mayBeUsed = keys?.some((key) => grantedFor(key) !== undefined) ?? true;
  const tasks = useKnownTasks(mayBeUsed).filter(
    ({ key }) => key !== undefined && (keys?.some(({ id }) => id === key.id) ?? true),
  );
  if (tasks.length === 0) return null;
  return (
    <>
      <p>
        {keys === undefined ? (
          <FormattedMessage
            id="projectApiKeys.taskOfKey.mayStop"
            defaultMessage="Of these background tasks, those stop whose key is among them:"
          />
        ) : (
          <FormattedMessage
            id="projectApiKeys.taskOfKey.stop"
            defaultMessage="{count, plural, one {This background task stops} other {These background tasks stop}} until a new key is granted on the tab “Background tasks”:"
            values={{ count: tasks.length }}
          />
        )}
      </p>
      <ul data-test-subj="apiKeysDeleteTasks">
        {tasks.map(({ id, title }) => (
          <li key={id}>
            <ForeignText>{title}</ForeignText>
          </li>
        ))}
      </ul>
    </>
  );
}
