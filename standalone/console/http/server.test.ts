import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { settingsOf } from '../../../test/helpers/console_in_process.ts';
import { addressOf, createServer, listen } from './server.ts';

describe('the server', () => {
  it('names its real port after port 0, and its base path', async () => {
    const settings = settingsOf({ 'server.basePath': '/kb' });
    const server = createServer(settings);
    await listen(server, settings);
    expect(addressOf(server, settings)).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*\/kb$/);
    await server.stop();
  });

  it('names the setting of a port in use', async () => {
    const other = createTcpServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const settings = settingsOf({ 'server.port': String(port) });
    await expect(listen(createServer(settings), settings)).rejects.toThrow(
      `[server.port]: expected a free port, but ${port} is in use`,
    );
    other.close();
  });

  it('names the setting of an address that is not here', async () => {
    const settings = settingsOf({ 'server.host': '192.0.2.1' });
    await expect(listen(createServer(settings), settings)).rejects.toThrow(/^\[server\.host\]: /);
  });
});
