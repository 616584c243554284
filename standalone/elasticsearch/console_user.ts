import { generatePassword } from './password.ts';
import { send } from './send.ts';

const NAME = 'project_api_keys_console';

/** What a console needs for its background tasks: its own index, and to invalidate keys of tasks. */
const ROLE = {
  cluster: ['manage_api_key'],
  indices: [{ names: ['.project_api_keys'], privileges: ['manage', 'read', 'write'] }],
};

export interface ConsoleUser {
  readonly username: string;
  /** Kept nowhere: whoever starts the node makes a new one. */
  readonly password: string;
}

/** The user that a console on the node in the box acts as, before it is there. */
export const newConsoleUser = (): ConsoleUser => ({ username: NAME, password: generatePassword() });

/**
 * Makes the console's user and its role, or changes the password of the one that is there.
 * @throws BoxError where Elasticsearch refuses; TypeError where it does not answer
 */
export async function provideConsoleUser(
  node: { readonly url: string; readonly password: string },
  { username, password }: ConsoleUser,
): Promise<void> {
  const put = (path: string, body: object) => send({ ...node, method: 'PUT', path, body });
  await Promise.all([
    put(`/_security/role/${NAME}`, ROLE),
    put(`/_security/user/${username}`, { password, roles: [NAME] }),
  ]);
}
