import { describe, expect, it } from '@jest/globals';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

const statusFor = async (host: string, flags = {}): Promise<number> =>
  (await consoleInProcess(flags).server.inject({ url: '/login', headers: { host } })).statusCode;

describe('a console on loopback', () => {
  it.each([
    'localhost',
    'LOCALHOST:5601',
    'console.localhost:5601',
    '127.0.0.1:5601',
    '[::1]:5601',
    '192.0.2.1',
  ])('answers to %s', async (host) => {
    expect(await statusFor(host)).toBe(200);
  });

  it.each([
    'evil.example:5601',
    'localhost.evil.example',
    'evil-localhost',
    '127.0.0.1.evil.example',
    'console.example',
  ])('does not answer to a name that someone else may have led here: %s', async (host) => {
    expect(await statusFor(host)).toBe(421);
  });

  it('answers to the name that its users know it by, and no other', async () => {
    const flags = { 'server.publicBaseUrl': 'https://Console.example:8443' };
    expect(await statusFor('console.example', flags)).toBe(200);
    expect(await statusFor('evil.example', flags)).toBe(421);
  });

  it('tells the person behind a proxy what to set', async () => {
    const { server } = consoleInProcess();
    const { payload } = await server.inject({ url: '/', headers: { host: 'console.example' } });
    expect(payload).toContain('server.publicBaseUrl');
  });
});

describe('a console on the network', () => {
  it('answers to any name', async () => {
    expect(await statusFor('console.example', { 'server.host': '0.0.0.0' })).toBe(200);
  });
});

describe('any console', () => {
  it.each(['', '[', 'a b', 'localhost/api', 'user@localhost', 'localhost?', 'localhost:port'])(
    'refuses what is no host: "%s"',
    async (host) => {
      expect(await statusFor(host, { 'server.host': '0.0.0.0' })).toBe(400);
    },
  );
});
