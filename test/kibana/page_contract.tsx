import { TextDecoder } from 'node:util';
import { EuiProvider } from '@elastic/eui';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { configure, fireEvent, screen, waitFor } from '@testing-library/dom';
import React from 'react';
import * as exports from '../../public/index.ts';
import { anApiKey } from '../helpers/an_api_key.ts';
import { keysServer } from '../helpers/keys_server.ts';
import type { FakeServer } from '../helpers/render_page.tsx';
import { until } from '../helpers/until.ts';
import { type BrowserOptions, openKibana } from './fakes/kibana_browser.ts';
import { watchLeftovers } from './fakes/leftovers.ts';

configure({ testIdAttribute: 'data-test-subj', asyncUtilTimeout: 20_000 });
// What jsdom lacks.
Object.assign(globalThis, { TextDecoder });
Element.prototype.scrollIntoView = () => {};

const addContext: BrowserOptions['addContext'] = (element) => (
  <EuiProvider colorMode="dark">
    <div data-test-subj="kibanaContext">{element}</div>
  </EuiProvider>
);
const SERVER = keysServer([anApiKey({ id: 'k1', name: 'books' })]);

function openApp(options: Partial<BrowserOptions> = {}, search?: string) {
  const kibana = openKibana(exports, { server: SERVER, addContext, ...options });
  const [app] = kibana.apps;
  if (app === undefined) throw new Error('No app was registered');
  return { kibana, app, ...kibana.open(app, search) };
}

/** What holds of the page in every Kibana; the caller decides which EUI is lent to it. */
export function describePage(version: string): void {
  let complaints: unknown[][];
  beforeEach(() => {
    complaints = [];
    for (const level of ['error', 'warn'] as const)
      jest.spyOn(console, level).mockImplementation((...args) => void complaints.push(args));
  });
  afterEach(() => {
    document.body.replaceChildren();
    expect(complaints).toEqual([]);
  });

  describe(`the page in Kibana ${version}`, () => {
    it('is one app beside Kibana’s own', () => {
      const { apps } = openKibana(exports, { server: SERVER, addContext });
      expect(apps).toEqual([
        expect.objectContaining({ id: 'project_api_keys', title: 'API keys', order: 31 }),
      ]);
    });

    it.each([
      ['with the context that Kibana gives', {}],
      ['without such a context', { addContext: undefined }],
    ])('%s mounts, and leaves nothing behind', async (_case, options) => {
      using left = watchLeftovers();
      const { kibana, element, history, mounting, crumbs, leave } = openApp(options);
      await mounting;
      await screen.findByTestId('apiKeyName-k1');
      expect(screen.queryAllByTestId('kibanaContext')).toHaveLength(
        'addContext' in options ? 0 : 1,
      );
      expect(crumbs).toEqual(['API keys']);
      fireEvent.click(screen.getByTestId('apiKeysCreateButton'));
      await screen.findByTestId('apiKeyNameInput');
      leave();
      kibana.stop();
      expect(element.innerHTML).toBe('');
      expect(kibana.titles).toEqual(['API keys', 'Elastic']);
      expect(history.users()).toBe(0);
      await until(() => document.body.innerHTML === '' && left.timers() === 0);
      expect(left.listeners()).toEqual([]);
    });

    it('makes its steps within its own address, which a copied link opens', async () => {
      const { browser, mounting, leave } = openApp({}, '?create=true');
      await mounting;
      fireEvent.click(await screen.findByTestId('apiKeyCancel'));
      await waitFor(() => expect(screen.queryByTestId('apiKeyFlyout')).toBeNull());
      expect(browser.location).toMatchObject({
        pathname: '/app/management/security/project_api_keys',
        search: '',
      });
      leave();
    });

    it('shows nothing to a user who has left before it was there', async () => {
      const { kibana, element, mounting, leave } = openApp();
      leave();
      await mounting;
      expect([element.innerHTML, document.body.innerHTML]).toEqual(['', '']);
      expect(kibana.titles).toEqual([]);
    });

    it('bears an answer that comes when the user has left and Kibana not yet unmounted it', async () => {
      const pending = Promise.withResolvers<unknown>();
      const server: FakeServer = { ...SERVER, 'GET /capabilities': () => pending.promise };
      const { element, browser, mounting, leave } = openApp({ server });
      await mounting;
      await screen.findByTestId('apiKeysLoading');
      browser.push('/app/discover');
      pending.resolve(await SERVER['GET /capabilities']?.({ path: '', body: undefined }));
      await screen.findByTestId('apiKeyName-k1');
      leave();
      expect(element.innerHTML).toBe('');
    });

    it('asks before a step to another app loses what was typed', async () => {
      const { browser, mounting, leave } = openApp({}, '?create=true');
      await mounting;
      fireEvent.change(await screen.findByTestId('apiKeyNameInput'), { target: { value: 'mine' } });
      browser.push('/app/discover');
      fireEvent.click(await screen.findByTestId('confirmModalCancelButton'));
      expect(browser.location.pathname).toBe('/app/management/security/project_api_keys');
      leave();
    });
  });
}
