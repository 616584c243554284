import { EuiAccordion, EuiScreenReaderOnly, EuiSpacer } from '@elastic/eui';
import React, { type ReactNode, useId, useState } from 'react';
import type { Task } from '../../common/http_api/tasks.ts';

interface Props {
  readonly task: Pick<Task, 'title'>;
  readonly title: ReactNode;
  /** Whether there is something inside that must not be overlooked. */
  readonly mustBeSeen?: boolean;
  readonly children: ReactNode;
}

/** A part of a task that is shown on demand. */
export function MoreAbout({ task, title, mustBeSeen = false, children }: Props) {
  const id = useId();
  const [isOpened, setOpened] = useState(false);
  const isOpen = isOpened || mustBeSeen;
  return (
    <>
      <EuiSpacer size="s" />
      <EuiAccordion
        id={id}
        buttonContent={
          <>
            {title}
            <EuiScreenReaderOnly>
              <span>: {task.title}</span>
            </EuiScreenReaderOnly>
          </>
        }
        paddingSize="s"
        forceState={isOpen ? 'open' : 'closed'}
        onToggle={setOpened}
      >
        {isOpen && children}
      </EuiAccordion>
    </>
  );
}
