import { expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

it.each([undefined, {}, { notifications: {} }])(
  'sends notifications nowhere by default: %j',
  (given) => {
    expect(readConfig(given)).toEqual({ notifications: { allowedHosts: [] } });
  },
);

it('takes the settings as they are given', () => {
  const notifications = { allowedHosts: ['hooks.example.org'], webhookSecret: 'secret' };
  expect(readConfig({ notifications })).toEqual({ notifications });
});

it.each([
  [{ notifications: { allowedHosts: 'a' } }, 'xpack.projectApiKeys.notifications.allowedHosts'],
  [{ notifications: { webhookSecret: 5 } }, 'xpack.projectApiKeys.notifications.webhookSecret'],
  [{ notification: {} }, 'xpack.projectApiKeys.notification'],
])('names a setting that is wrong: %j', (given, name) => {
  expect(() => readConfig(given)).toThrow(`[${name}]: expected`);
});
