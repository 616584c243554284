import { EuiPageHeader } from '@elastic/eui';
import { describe, expect, it } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { parsePageTab, tasksSearch } from './page_tab.ts';
import { usePageTabs } from './use_page_tabs.ts';

function Header() {
  const { tab, tabs } = usePageTabs();
  return <EuiPageHeader pageTitle={`shows ${tab.is}`} tabs={tabs} />;
}

const heading = () => screen.getByRole('heading', { level: 1 });

describe('the tabs of the page', () => {
  it('lead from the keys to the tasks and back, each a step in the history', async () => {
    const { history } = renderPage(<Header />, {});
    expect(heading()).toHaveTextContent('shows keys');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('API keys');
    await userEvent.click(screen.getByTestId('apiKeysTabTasks'));
    expect(heading()).toHaveTextContent('shows tasks');
    expect(history.location.search).toBe('?tab=tasks');
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent('Background tasks');
    act(() => history.goBack());
    expect(heading()).toHaveTextContent('shows keys');
    await userEvent.click(screen.getByTestId('apiKeysTabTasks'));
    await userEvent.click(screen.getByTestId('apiKeysTabKeys'));
    expect(history.location.search).toBe('');
  });

  it('are links, which another browser tab can open', async () => {
    const { history } = renderPage(<Header />, {});
    const tab = screen.getByTestId('apiKeysTabTasks');
    expect(tab).toHaveAttribute('href', '/?tab=tasks');
    // jsdom cannot go there itself.
    tab.addEventListener('click', (event) => event.preventDefault());
    const user = userEvent.setup();
    await user.keyboard('{Control>}');
    await user.click(tab);
    expect(history.location.search).toBe('');
  });
});

describe('the address of a tab', () => {
  it.each(['delete_expired_keys', 'a b&c'])('names the task %s', (task) => {
    expect(parsePageTab(tasksSearch(task))).toEqual({ is: 'tasks', task });
  });

  it.each(['', '?search=books', '?tab=other', '?task=x'])('%j is that of the keys', (search) => {
    expect(parsePageTab(search)).toEqual({ is: 'keys' });
  });
});
