import { setTimeout } from 'node:timers/promises';
import type { NodeProcess } from './node_process.ts';
import { basic } from './send.ts';

/** What became of waiting for a node. */
export type Authentication =
  | { readonly outcome: 'authenticated'; readonly url: string; readonly password: string }
  /** it runs, but answers with this HTTP status (0: not at all) */
  | { readonly outcome: 'refused'; readonly status: number }
  | { readonly outcome: 'ended' };

/**
 * In ms. A node of a cluster does not listen before it has found enough of the others. While its
 * security index recovers, a node answers 401 as to a wrong password.
 */
const PATIENCE = { listening: 120_000, wrongPassword: 15_000, other: 120_000 };

const LATE = Symbol('late');

/**
 * Waits until a node authenticates `elastic` with one of the passwords: the only sign that its
 * security index can be used.
 */
export async function untilAuthenticated(
  node: NodeProcess,
  passwords: readonly string[],
  scheme: 'http' | 'https',
  patience: typeof PATIENCE = PATIENCE,
): Promise<Authentication> {
  const late = setTimeout(patience.listening, LATE, { ref: false });
  const address = await Promise.race([node.address, late]);
  if (address === LATE) {
    return { outcome: 'refused', status: 0 };
  }
  const url = `${scheme}://${address}`;
  const since = Date.now();
  while (address !== undefined && node.isRunning()) {
    const statuses = await Promise.all(passwords.map((password) => statusFor(url, password)));
    const password = passwords[statuses.indexOf(200)];
    if (password !== undefined) {
      return { outcome: 'authenticated', url, password };
    }
    const status = statuses.find((other) => other !== 401) ?? 401;
    if (Date.now() - since > (status === 401 ? patience.wrongPassword : patience.other)) {
      return { outcome: 'refused', status };
    }
    await setTimeout(50);
  }
  return { outcome: 'ended' };
}

async function statusFor(url: string, password: string): Promise<number> {
  const headers = { authorization: basic(password) };
  return await fetch(`${url}/_security/_authenticate`, { headers }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
}
