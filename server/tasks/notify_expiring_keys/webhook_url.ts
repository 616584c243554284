import * as t from 'io-ts';
import { refined } from '../../../common/exact.ts';
import type { Config } from '../../config.ts';

/** Everybody who sees the task sees its address. */
export const WebhookUrl = refined(
  t.string,
  'an http or https URL of at most 2048 characters without a username and a password',
  (text) => {
    const { protocol = '', username, password } = URL.parse(text) ?? {};
    const isHttp = protocol === 'https:' || protocol === 'http:';
    return isHttp && username === '' && password === '' && text.length <= 2048;
  },
);

/** Why nothing may be sent to this address, or `undefined`. */
export function webhookObstacle(
  url: string,
  { allowedHosts, webhookSecret }: Config['notifications'],
): string | undefined {
  const { hostname, port, protocol } = new URL(url);
  const withPort = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
  const allowed = allowedHosts.map((host) => host.toLowerCase());
  if (!allowed.includes(hostname) && !allowed.includes(withPort))
    return `The host ${withPort} of the webhook is not in xpack.projectApiKeys.notifications.allowedHosts.`;
  if (webhookSecret === undefined)
    return 'A webhook needs the setting xpack.projectApiKeys.notifications.webhookSecret, which signs what is sent.';
  return undefined;
}
