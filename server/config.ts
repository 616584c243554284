import * as t from 'io-ts';
import { boundedArray } from '../common/bounded.ts';
import { decode, problemText } from '../common/decode.ts';
import { concealed, exact } from '../common/exact.ts';
import { Secret } from '../common/secret.ts';

/** The settings below `xpack.projectApiKeys`. */
export interface Config {
  readonly notifications: {
    /**
     * `notifications.allowedHosts`: the hosts that a task may send notifications to, each as
     * `example.org` (any port) or `example.org:8443`. None by default.
     */
    readonly allowedHosts: readonly string[];
    /**
     * `notifications.webhookSecret`: the key of the signature of what is sent. Without it nothing is
     * sent.
     */
    readonly webhookSecret?: Secret;
  };
}

const Notifications = exact(
  {},
  { allowedHosts: boundedArray(t.string, 0, 100), webhookSecret: concealed(t.string) },
);
const Settings = exact({}, { notifications: Notifications });

/**
 * The settings as the host gives them, with the defaults.
 * @throws Error that names the first one that is wrong
 */
export function readConfig(given: unknown): Config {
  const decoded = decode(Settings, given ?? {});
  if (!decoded.ok) {
    const [problem] = decoded.problems;
    throw new Error(problem && problemText('xpack.projectApiKeys', problem));
  }
  const { allowedHosts = [], webhookSecret } = decoded.value.notifications ?? {};
  return {
    notifications: {
      allowedHosts,
      ...(webhookSecret !== undefined && { webhookSecret: new Secret(webhookSecret) }),
    },
  };
}
