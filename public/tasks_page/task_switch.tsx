import { EuiScreenReaderOnly, EuiSwitch } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../common/http_api/tasks.ts';
import { isAlwaysOn } from './task_states.ts';
import type { TaskActions } from './use_task_actions.ts';

interface Props {
  readonly task: Task;
  readonly changing: TaskActions['changing'];
  /** Where the focus goes when what had it goes. */
  readonly id: string;
  onTurn(on: boolean): void;
}

/** Turns a task on and off. On the way there it shows what was asked for. */
export function TaskSwitch({ task, changing, id, onTurn }: Props) {
  const alwaysOn = isAlwaysOn(task);
  return (
    <EuiSwitch
      id={id}
      data-test-subj={`taskEnabled-${task.id}`}
      label={
        <>
          {alwaysOn ? (
            <FormattedMessage id="projectApiKeys.tasks.alwaysOn" defaultMessage="Always on" />
          ) : (
            <FormattedMessage id="projectApiKeys.tasks.enabled" defaultMessage="Enabled" />
          )}
          <EuiScreenReaderOnly>
            <span>: {task.title}</span>
          </EuiScreenReaderOnly>
        </>
      }
      checked={shown()}
      disabled={alwaysOn}
      aria-busy={changing !== undefined}
      onChange={({ target }) => onTurn(target.checked)}
    />
  );

  function shown() {
    if (changing?.to === 'turnOn') return true;
    return changing?.to === 'turnOff' ? false : task.enabled;
  }
}
