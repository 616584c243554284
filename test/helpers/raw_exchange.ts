import { connect } from 'node:net';
import type { Server } from '@hapi/hapi';

export interface RawAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  /** The status line and headers. */
  readonly head: string;
  readonly body: string;
}

/** What a client does once it has sent its bytes. */
type Manner = 'waiting' | 'hanging up' | { readonly trickling: string };

/**
 * Sends these bytes to a listening server just as they are, and gives the first of its answers once
 * the connection has ended: for requests that no client would send.
 */
export function rawExchange(
  server: Server,
  bytes: string | Uint8Array,
  manner: Manner = 'waiting',
): Promise<RawAnswer> {
  const { promise, resolve } = Promise.withResolvers<RawAnswer>();
  const socket = connect(Number(server.info.port), '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  // A reset counts as the end.
  socket.on('error', () => {});
  socket.write(bytes, () => manner === 'hanging up' && socket.destroy());
  const trickle = typeof manner === 'object' ? manner.trickling : '';
  const timer = trickle && setInterval(() => socket.write(trickle), 20);
  socket.on('close', () => {
    clearInterval(timer || undefined);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    resolve({ status: Number(head.split(' ')[1] ?? 0), head, body });
  });
  return promise;
}

/** The text of a request whose connection ends after the answer. */
export const requestText = (
  line: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): string =>
  [
    `${line} HTTP/1.1`,
    ...Object.entries({ host: 'localhost', connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    body,
  ].join('\r\n');
