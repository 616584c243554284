import { EuiFlexGroup, EuiFlexItem, EuiText, EuiTitle } from '@elastic/eui';
import React, { useEffect, useRef } from 'react';
import type { Task } from '../../common/http_api/tasks.ts';
import { RunButton } from './run_button.tsx';
import { TaskSwitch } from './task_switch.tsx';
import type { TaskActions } from './use_task_actions.ts';

interface Props {
  readonly task: Task;
  readonly titleId: string;
  readonly switchId: string;
  /** `undefined` where nothing can be done. */
  readonly actions: TaskActions | undefined;
  /** Whether the reader is to be led here. */
  readonly isWanted: boolean;
  onTurn(on: boolean): void;
}

/** What a task is and does, its switch, and the button that runs it. */
export function TaskHeader({ task, titleId, switchId, actions, isWanted, onTurn }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  return (
    <EuiFlexGroup gutterSize="m" alignItems="flexStart" justifyContent="spaceBetween" wrap>
      <EuiFlexItem grow style={{ minWidth: 'min(100%, 20em)' }}>
        <EuiTitle size="s">
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {task.title}
          </h2>
        </EuiTitle>
        <EuiText size="s">
          <p>{task.description}</p>
        </EuiText>
      </EuiFlexItem>
      {actions !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false}>
            <TaskSwitch task={task} changing={actions.changing} id={switchId} onTurn={onTurn} />
            <RunButton
              task={task}
              isRunning={task.running || actions.isRunning}
              onRun={actions.run}
            />
          </EuiFlexGroup>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}
