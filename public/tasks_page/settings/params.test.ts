import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aTask } from '../../../test/helpers/tasks_server.ts';
import { changedParams, isChanged, paramText, paramValue } from './params.ts';

const notices = aTask({
  id: 'notify_expiring_keys',
  params: { interval: '1d', before: ['14d', '7d'], webhook_url: 'https://a.example/' },
});

describe('the parameters of a task as text', () => {
  it('stay what they are where they are not changed', () => {
    const durations = fc.array(fc.stringMatching(/^[1-9]\d{0,3}[dhms]$/));
    fc.assert(
      fc.property(durations, (before) => {
        expect(paramValue('before', paramText(before))).toEqual(before);
        expect(isChanged({ params: { before } }, { before: paramText(before) })).toBe(false);
      }),
    );
  });

  it.each([
    ['a list with blanks and empty parts', { before: ' 3d,,1d , ' }, { before: ['3d', '1d'] }],
    ['blanks around a text', { interval: ' 2d ' }, { interval: '2d' }],
    ['what the server will refuse', { interval: '' }, { interval: '' }],
  ])('are sent with %s', (_what, typed, changed) => {
    expect(isChanged(notices, typed)).toBe(true);
    expect(changedParams(notices, typed)).toEqual({ ...notices.params, ...changed });
  });

  it('are sent without one that may be left out', () => {
    const { webhook_url: _gone, ...others } = notices.params;
    expect(changedParams(notices, { webhook_url: ' ' })).toEqual(others);
  });
});
