import { describe, expect, it, jest } from '@jest/globals';
import { createMemoryHistory } from 'history';
import { scopeHistory } from './scoped_history.ts';

const BASE = '/app/management/security/keys';
function scopedAt(path: string) {
  const parent = createMemoryHistory({ initialEntries: [path] });
  return { parent, history: scopeHistory(parent, BASE) };
}

describe('an app’s history', () => {
  it.each([
    [BASE, { pathname: '', search: '' }],
    [`${BASE}/`, { pathname: '/', search: '' }],
    [`${BASE}/one?a=1#h`, { pathname: '/one', search: '?a=1' }],
  ])('sees %s relative to the app', (path, location) => {
    expect(scopedAt(path).history.location).toEqual(location);
  });

  it.each([
    [{ pathname: '', search: '' }, BASE],
    [{ pathname: '/one', search: '?from=//x' }, `${BASE}/one?from=//x`],
    [{ pathname: '', search: '?status=expired' }, `${BASE}?status=expired`],
  ])('pushes %j below the app', (location, expected) => {
    const { parent, history } = scopedAt(BASE);
    history.push(location);
    expect(parent.createHref(parent.location)).toBe(expected);
    expect(parent.length).toBe(2);
  });

  it('replaces without a new entry', () => {
    const { parent, history } = scopedAt(BASE);
    history.replace({ pathname: '/one', search: '' });
    expect(parent.location.pathname).toBe(`${BASE}/one`);
    expect(parent.length).toBe(1);
  });

  it('makes links of the document', () => {
    const { history } = scopedAt(BASE);
    expect(history.createHref({ pathname: '/one' })).toBe(`${BASE}/one`);
  });

  it('tells of changes inside the app only, until told to stop', () => {
    const { parent, history } = scopedAt(BASE);
    const listener = jest.fn();
    const stop = history.listen(listener);
    parent.push(`${BASE}/one`);
    parent.push('/app/elsewhere');
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    parent.push(BASE);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
