import { describe, expect, it, jest } from '@jest/globals';
import { createMemoryHistory, type MemoryHistory } from 'history';
import { scopedHistory } from '../test/kibana/fakes/scoped_history.ts';
import { pageHistory } from './page_history.ts';

const APP = '/app/management/security/project_api_keys';

/** The page's history in Kibana, opened at `APP` or below, and the browser's. */
function inKibana(url = APP) {
  const browser = createMemoryHistory({ initialEntries: [url] });
  const history = scopedHistory(browser, APP);
  return { browser, history, page: pageHistory(history) };
}
const addressOf = ({ location, createHref }: MemoryHistory) => createHref(location);

describe('the page’s history', () => {
  it.each([APP, `${APP}/`, `${APP}?size=50`])('changes only the query of %s', (url) => {
    const { browser, page } = inKibana(url);
    const { pathname } = browser.location;
    page.push('?owner=a//b');
    expect(addressOf(browser)).toBe(`${pathname}?owner=a//b`);
    expect(page.search).toBe('?owner=a//b');
    page.replace('');
    expect(addressOf(browser)).toBe(pathname);
    expect(browser.length).toBe(2);
    expect(page.hrefOf('?key=1')).toBe(`${pathname}?key=1`);
  });

  it('tells of steps until told to stop', () => {
    const { browser, page } = inKibana();
    const listener = jest.fn();
    const stop = page.listen(listener);
    page.push('?key=1');
    browser.goBack();
    stop();
    page.push('?key=2');
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['its own, without the last slash', APP, { isLeaving: false, isBackOrForward: false }],
    ['its own', `${APP}/?key=1`, { isLeaving: false, isBackOrForward: false }],
    ['another app’s', '/app/discover', { isLeaving: true, isBackOrForward: false }],
    ['the host’s first page', '/', { isLeaving: true, isBackOrForward: false }],
  ])('asks before a step to an address that is %s', (_case, url, step) => {
    const { browser, page } = inKibana(`${APP}/`);
    const mayGo = jest.fn(() => false);
    const stop = page.block(mayGo);
    browser.push(url);
    expect(mayGo.mock.calls).toEqual([[step]]);
    expect(addressOf(browser)).toBe(`${APP}/`);
    stop();
    browser.push(url);
    expect(addressOf(browser)).toBe(url);
  });

  it('tells the browser’s Back from other steps, and lets go whoever may', () => {
    const { browser, page } = inKibana();
    page.push('?key=1');
    const mayGo = jest.fn(() => true);
    page.block(mayGo);
    browser.goBack();
    expect(mayGo.mock.calls).toEqual([[{ isLeaving: false, isBackOrForward: true }]]);
    expect(addressOf(browser)).toBe(APP);
  });

  it('asks on a host with a base path, of which its prompts hear nothing', () => {
    const browser = createMemoryHistory({ initialEntries: [APP] });
    const { createHref } = browser;
    const withBasePath = { ...browser, createHref: (to: object) => `/s/books${createHref(to)}` };
    const page = pageHistory(scopedHistory(withBasePath, APP));
    const steps: boolean[] = [];
    page.block(({ isLeaving }) => steps.push(isLeaving) > 0);
    browser.push(`${APP}?key=1`);
    browser.push('/app/discover');
    expect(steps).toEqual([false, true]);
  });
});

describe('the page’s history after the user has left, when Kibana’s throws', () => {
  function left() {
    const kibana = inKibana(`${APP}?key=1`);
    kibana.browser.push('/app/discover?key=2');
    return kibana;
  }

  it('goes on naming the last place', () => {
    const { page, history } = left();
    expect(() => history.createHref({ pathname: '' })).toThrow('fell out of navigation scope');
    expect(page.search).toBe('?key=1');
    expect(page.hrefOf('?key=3')).toBe(`${APP}?key=3`);
  });

  it('takes nobody back', () => {
    const { browser, page } = left();
    page.push('?key=3');
    page.replace('?key=3');
    page.listen(() => {})();
    page.block(() => false)();
    expect(addressOf(browser)).toBe('/app/discover?key=2');
  });
});
