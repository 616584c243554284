import { EuiScreenReaderLive } from '@elastic/eui';
import React, { type ReactElement, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Task } from '../../common/http_api/tasks.ts';
import { newsBetween, newsSentence } from './task_news.ts';

/** Says to screen readers what happens to the tasks. */
export function NewsAnnouncement({ tasks }: { readonly tasks: readonly Task[] }) {
  const intl = useIntl();
  const seen = useRef(tasks);
  // As an element: the same sentence twice is said twice.
  const [spoken, setSpoken] = useState<ReactElement>();
  useEffect(() => {
    const news = newsBetween(seen.current, tasks);
    seen.current = tasks;
    if (news.length === 0) return;
    setSpoken(<span>{news.map((each) => newsSentence(intl, each)).join('. ')}</span>);
  }, [tasks, intl]);
  return <EuiScreenReaderLive>{spoken}</EuiScreenReaderLive>;
}
