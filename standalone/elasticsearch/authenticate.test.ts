import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { untilAuthenticated } from './authenticate.ts';
import type { NodeProcess } from './node_process.ts';
import { basic } from './send.ts';

describe('untilAuthenticated', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.close();
  });

  /** A node that answers with one status after the other, the last one for good. */
  async function nodeAnswering(
    statusFor: (authorization: string | undefined) => number,
  ): Promise<NodeProcess> {
    server = createServer((request, response) => {
      response.writeHead(statusFor(request.headers.authorization)).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return { ...running, address: Promise.resolve(`127.0.0.1:${port}`) };
  }

  const running: NodeProcess = {
    pid: 1,
    address: Promise.resolve(undefined),
    isRunning: () => true,
    ended: new Promise(() => {}),
    stop: async () => {},
  };

  it('waits while the node recovers', async () => {
    const statuses = [503, 401, 503, 200];
    const node = await nodeAnswering(() => statuses.shift() ?? 200);
    expect(await untilAuthenticated(node, ['secret'], 'http')).toEqual({
      outcome: 'authenticated',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      password: 'secret',
    });
  });

  it('tells which of the passwords counts', async () => {
    const node = await nodeAnswering((authorization) =>
      authorization === basic('new') ? 200 : 401,
    );
    expect(await untilAuthenticated(node, ['old', 'new'], 'http')).toMatchObject({
      password: 'new',
    });
  });

  it('gives up when the node ends before it listens', async () => {
    expect(await untilAuthenticated(running, ['secret'], 'http')).toEqual({ outcome: 'ended' });
  });

  it('gives up on a node that does not listen', async () => {
    const waiting = { ...running, address: new Promise<undefined>(() => {}) };
    const patience = { listening: 20, wrongPassword: 20, other: 20 };
    const verdict = await untilAuthenticated(waiting, ['secret'], 'https', patience);
    expect(verdict).toEqual({ outcome: 'refused', status: 0 });
  });

  it('gives up when the node ends while it recovers', async () => {
    let answers = 0;
    const node = await nodeAnswering(() => {
      answers++;
      return 503;
    });
    const dying = { ...node, isRunning: () => answers < 2 };
    expect(await untilAuthenticated(dying, ['secret'], 'http')).toEqual({ outcome: 'ended' });
  });
});
