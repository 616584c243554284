/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { configure, fireEvent, screen, waitFor } from '@testing-library/dom';
import type { ReactElement } from 'react';
import { openKibanaPage, type PageOptions } from './kibana_page.ts';
import { readZip } from './plugin_zip.ts';

jest.setTimeout(60_000);
configure({ testIdAttribute: 'data-test-subj', asyncUtilTimeout: 20_000 });
// Kibana lends what is made for production.
process.env.NODE_ENV = 'production';

let React: typeof import('react');
let Eui: typeof import('@elastic/eui');
let ReactDom: typeof import('react-dom');
let lent: object;
beforeAll(async () => {
  React = await import('react');
  ReactDom = await import('react-dom');
  Eui = await import('@elastic/eui');
  lent = { React, ReactDom, ElasticEui: Eui, EmotionReact: await import('@emotion/react') };
});

const addContext = (app: ReactElement) =>
  React.createElement(Eui.EuiProvider, null, React.createElement('main', null, app));

let page: Awaited<ReturnType<typeof openKibanaPage>>;
const open = async (options: Partial<PageOptions> = {}) => {
  page = await openKibanaPage({ lent, ...options });
};
afterEach(() => page.close());

describe('the plugin of the zip in the page of Kibana', () => {
  it('has the life cycle of a plugin and adds one app, which is not the one of Kibana', async () => {
    await open();
    expect(page.plugin).toMatchObject({
      setup: expect.any(Function),
      start: expect.any(Function),
      stop: expect.any(Function),
    });
    expect(page.apps.map(({ id }) => id)).toEqual(['project_api_keys']);
  });

  it('loads no more before its app is opened', async () => {
    await open();
    expect(page.loaded).toEqual([]);
  });

  it('takes only what Kibana lends under the same name in all its versions', async () => {
    const taken = new Set<PropertyKey>();
    const get = (target: object, name: PropertyKey) => {
      taken.add(name);
      return Reflect.get(target, name);
    };
    await open({ lent: new Proxy(lent, { get }) });
    await page.mount();
    await screen.findByTestId('apiKeysTable');
    expect([...taken].sort()).toEqual(['ElasticEui', 'EmotionReact', 'React', 'ReactDom']);
  });

  describe.each([
    ['with the context of Kibana', { rendering: { addContext } }],
    ['without', {}],
  ])('%s', (_context, options) => {
    it.each([
      ['as React 18 does', {}],
      ['as React 17 does', { createRoot: undefined }],
    ])('draws its page %s, and leaves nothing of it', async (_react, changed) => {
      await open({ lent: { ...lent, ReactDom: { ...ReactDom, ...changed } }, ...options });
      const unmount = await page.mount();
      expect(await screen.findByTestId('apiKeysTable')).toBeDefined();
      expect(page.element.querySelectorAll('main')).toHaveLength('rendering' in options ? 1 : 0);
      unmount?.();
      await waitFor(() => expect(page.element.childNodes).toHaveLength(0));
    });
  });
});

describe('what the plugin of the zip loads', () => {
  let sizeOf: (files: readonly string[]) => number;
  beforeEach(async () => {
    const { files } = await readZip('9.5.0');
    sizeOf = (names) =>
      names
        .map((name) => files.get(`target/public/${name}.gz`)?.length ?? Number.NaN)
        .reduce((sum, size) => sum + size, 0);
    await open({ rendering: { addContext } });
    await page.mount();
    await screen.findByTestId('apiKeysTable');
  });
  const KB = 1024;

  it('is at most 150 KB for its page', () => {
    expect(sizeOf(['projectApiKeys.plugin.js', ...page.loaded])).toBeLessThanOrEqual(150 * KB);
  });

  it('is at most 175 KB more for the editor, once that is wanted', async () => {
    fireEvent.click(screen.getByTestId('apiKeysCreateButton'));
    const restrict = await screen.findByTestId('apiKeyRestrictSwitch');
    const before = page.loaded.length;
    fireEvent.click(restrict);
    await waitFor(() => expect(document.querySelector('.cm-content')).not.toBeNull());
    const size = sizeOf(page.loaded.slice(before));
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(175 * KB);
  });
});
