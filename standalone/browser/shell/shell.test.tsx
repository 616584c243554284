import { describe, expect, it, jest } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import React from 'react';
import type { ManagementApp, ManagementAppMountParams } from '../../../public/index.ts';
import type { ColorMode } from '../core/color_mode.ts';
import { createCoreStart } from '../core/core_start.tsx';
import { createStore } from '../core/store.ts';
import { createToasts } from '../core/toasts.ts';
import { Shell } from './shell.tsx';

const APP_PATH = '/app/management/security/keys';

async function openAt(path: string, mount: ManagementApp['mount'] = showsItsPath) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const { toasts, list } = createToasts();
  const colorMode = createStore<ColorMode>('light');
  const http = { fetch: async () => ({}), basePath: { prepend: (p: string) => `/base${p}` } };
  const core = createCoreStart({ http, toasts, colorMode });
  const app = { id: 'keys', title: 'API keys', order: 1, keywords: [], mount };
  await act(async () => {
    render(
      <Shell
        app={app}
        colorMode={colorMode}
        core={core}
        history={history}
        toastList={list}
        user={{ username: 'jo' }}
      />,
    );
  });
  return { history, toasts, colorMode, user: userEvent.setup() };
}

function showsItsPath({ element, history, setBreadcrumbs }: ManagementAppMountParams) {
  element.textContent = `App at ${history.location.pathname || 'its start'}`;
  setBreadcrumbs([{ text: 'All', href: '/' }, { text: 'One' }]);
  return () => {};
}

describe('the management shell', () => {
  it('mounts the app for its path and everything below', async () => {
    await openAt(`${APP_PATH}/one`);
    expect(screen.getByRole('main')).toHaveTextContent('App at /one');
  });

  it.each(['/', '/app', '/app/management/', '/app/management/security'])(
    'leads from %s to the app',
    async (path) => {
      const { history } = await openAt(path);
      expect(screen.getByRole('main')).toHaveTextContent('App at its start');
      expect(history.location.pathname).toBe(APP_PATH);
      expect(history.length).toBe(1);
    },
  );

  it('says so where a path leads nowhere, and offers the app', async () => {
    const { user } = await openAt('/app/management/security/key');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Page not found');
    expect(document.title).toMatch(/^Page not found/);
    await user.click(screen.getByRole('link', { name: 'Go to API keys' }));
    expect(screen.getByRole('main')).toHaveTextContent('App at its start');
  });

  it('marks the app in the navigation while it is open', async () => {
    const { history } = await openAt(APP_PATH);
    const link = screen.getByTestId('managementNavApiKeys');
    expect(link).toHaveAttribute('href', APP_PATH);
    expect(link).toHaveAttribute('aria-current', 'page');
    act(() => history.push('/app/nowhere'));
    expect(screen.getByTestId('managementNavApiKeys')).not.toHaveAttribute('aria-current');
  });

  it('shows the app’s breadcrumbs after the section’s, and follows them inside the app', async () => {
    const { history, user } = await openAt(`${APP_PATH}/one`);
    const crumbs = screen.getByRole('navigation', { name: 'Breadcrumbs' });
    expect(crumbs).toHaveTextContent(/Management.*Security.*All.*One/);
    await user.click(screen.getByRole('link', { name: 'All' }));
    expect(history.location.pathname).toBe(`${APP_PATH}/`);
  });

  it('takes the app away when it is left, also when it was still loading', async () => {
    const unmount = jest.fn();
    let mounted = (_unmount: () => void) => {};
    const { history } = await openAt(
      APP_PATH,
      () => new Promise<() => void>((resolve) => (mounted = resolve)),
    );
    act(() => history.push('/app/nowhere'));
    await act(async () => mounted(unmount));
    expect(unmount).toHaveBeenCalledTimes(1);
  });

  it('says that the app could not be loaded, and reports why', async () => {
    const reported = jest.fn();
    // jsdom has none.
    window.reportError = reported;
    const reason = new Error('no such chunk');
    await openAt(APP_PATH, () => Promise.reject(reason));
    expect(reported).toHaveBeenCalledWith(reason);
    expect(screen.getByRole('main')).toHaveTextContent('The page could not be loaded');
  });

  it('names the user and offers the other colour mode and the way out', async () => {
    const { user, colorMode } = await openAt(APP_PATH);
    await user.click(screen.getByRole('button', { name: 'User menu' }));
    expect(await screen.findByText('jo')).toBeInTheDocument();
    expect(screen.getByTestId('logoutLink')).toHaveAttribute('href', '/base/logout');
    await user.click(screen.getByText('Use dark mode'));
    expect(colorMode.get()).toBe('dark');
    expect(screen.getByText('Use light mode')).toBeInTheDocument();
  });

  it('shows toasts until they are dismissed', async () => {
    const { user, toasts } = await openAt(APP_PATH);
    act(() => void toasts.addDanger({ title: 'It failed', text: 'Because.' }));
    expect(screen.getByText('Because.')).toBeInTheDocument();
    await user.click(screen.getByTestId('toastCloseButton'));
    await waitFor(() => expect(screen.queryByText('It failed')).not.toBeInTheDocument());
  });
});
