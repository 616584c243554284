import { describe, expect, it } from '@jest/globals';
import { takeSettings } from './setting_arguments.ts';

describe('takeSettings', () => {
  it('takes -E pairs, apart or together, and leaves the rest in its order', () => {
    const args = [
      '--server.port=5602',
      '-E',
      'http.port=9201',
      '--x',
      '-Epath.data=/data=1',
      '--y',
    ];
    expect(takeSettings(args)).toEqual({
      settings: { 'http.port': '9201', 'path.data': '/data=1' },
      rest: ['--server.port=5602', '--x', '--y'],
    });
  });

  it('lets the last of equal names win', () => {
    expect(takeSettings(['-E', 'http.port=1', '-E', 'http.port=2']).settings).toEqual({
      'http.port': '2',
    });
  });

  it.each([
    [['-E']],
    [['-E', 'http.port']],
    [['-E', '=9201']],
    [['-E', 'http.port=']],
    [['-E', '']],
  ])('refuses %j with a sentence that shows the form', (args) => {
    expect(() => takeSettings(args)).toThrow(/-E http\.port=9201/);
  });
});
