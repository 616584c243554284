import { expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

it.each([undefined, {}, { notifications: {} }])(
  'sends notifications nowhere by default: %j',
  (given) => {
    expect(readConfig(given)).toEqual({ notifications: { allowedHosts: [] } });
  },
);

it('takes the settings as they are given', () => {
  const given = { allowedHosts: ['hooks.example.org'], webhookSecret: 'secret' };
  const { notifications } = readConfig({ notifications: given });
  expect(notifications.allowedHosts).toEqual(given.allowedHosts);
  expect(notifications.webhookSecret?.reveal()).toBe('secret');
  expect(JSON.stringify(notifications)).not.toContain('secret"');
});

it('does not quote a secret that is wrong', () => {
  const given = { notifications: { webhookSecret: 13_579_246 } };
  expect(() => readConfig(given)).toThrow('expected a string, got a number');
});

it.each([
  [{ notifications: { allowedHosts: 'a' } }, 'xpack.projectApiKeys.notifications.allowedHosts'],
  [{ notifications: { webhookSecret: 5 } }, 'xpack.projectApiKeys.notifications.webhookSecret'],
  [{ notification: {} }, 'xpack.projectApiKeys.notification'],
])('names a setting that is wrong: %j', (given, name) => {
  expect(() => readConfig(given)).toThrow(`[${name}]: expected`);
});
