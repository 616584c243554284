import { expect, it } from '@jest/globals';
import { settingsOf } from '../../../test/helpers/console_in_process.ts';
import { pluginConfig } from './plugin_config.ts';

it("gives the plugin's own settings in the form in which Kibana gives them", () => {
  const settings = settingsOf({
    'xpack.projectApiKeys.notifications.allowedHosts': 'a.example,b.example:8443',
    'xpack.projectApiKeys.notifications.webhookSecret': 'secret',
  });
  expect(pluginConfig(settings)).toEqual({
    notifications: { allowedHosts: ['a.example', 'b.example:8443'], webhookSecret: 'secret' },
  });
});

it('leaves out what is not set', () => {
  expect(pluginConfig(settingsOf())).toEqual({});
});
