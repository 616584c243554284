import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import React from 'react';
import { SUPERUSER } from '../../test/helpers/keys_server.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { aTask, tasksServer } from '../../test/helpers/tasks_server.ts';
import { LazyTasksPage } from './lazy_tasks_page.tsx';

it('the tasks show where they will be until their code and they themselves are there', async () => {
  renderPage(<LazyTasksPage capabilities={SUPERUSER} />, tasksServer([aTask()], Date.now));
  expect(screen.getByTestId('tasksLoading')).toBeVisible();
  expect(await screen.findByTestId('taskRow-delete_expired_keys')).toBeVisible();
  expect(screen.queryByTestId('tasksLoading')).toBeNull();
});
