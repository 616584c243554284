import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { get as getByTls, type RequestOptions } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settingsOf } from '../../../test/helpers/console_in_process.ts';
import { listeningConsole } from '../../../test/helpers/listening_console.ts';
import { type SelfSigned, selfSigned } from '../../../test/helpers/self_signed.ts';
import { tlsOptions } from './tls.ts';

let own: SelfSigned;
let other: SelfSigned;
beforeAll(async () => {
  [own, other] = await Promise.all([selfSigned(), selfSigned()]);
});
afterAll(() => {
  own[Symbol.dispose]();
  other[Symbol.dispose]();
});

async function answerTo(url: string, options: RequestOptions): Promise<IncomingMessage> {
  const sent = url.startsWith('https:')
    ? getByTls(url, { ca: own.pem, agent: false, ...options })
    : get(url, options);
  const [answer] = await once(sent, 'response');
  return answer.resume();
}

describe('TLS', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('is spoken as %s', async (version) => {
    await using app = await listeningConsole(own.flags);
    const { statusCode, headers } = await answerTo(`${app.url}/login`, {
      minVersion: version,
      maxVersion: version,
    });
    expect(statusCode).toBe(200);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it.each(['TLSv1', 'TLSv1.1'] as const)('is not spoken as %s', async (version) => {
    await using app = await listeningConsole(own.flags);
    const old = {
      minVersion: version,
      maxVersion: version,
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    await expect(answerTo(`${app.url}/login`, old)).rejects.toThrow(/protocol version|EPROTO/);
  });

  it('is the only way in where it is on', async () => {
    await using app = await listeningConsole(own.flags);
    await expect(answerTo(app.url.replace('https:', 'http:'), {})).rejects.toThrow();
  });
});

describe('a setting of TLS', () => {
  const key = () => own.flags['server.ssl.key'] ?? '';
  const certificate = () => own.flags['server.ssl.certificate'] ?? '';

  it.each([
    ['the certificate is not there', 'certificate', () => '/nowhere', /ENOENT/],
    ['the certificate is none', 'certificate', () => 'package.json', 'a PEM certificate'],
    ['the certificate is a key', 'certificate', key, 'a PEM certificate'],
    ['the key is not there', 'key', () => '/nowhere', /ENOENT/],
    ['the key is none', 'key', () => 'package.json', 'a PEM private key'],
    ['the key is a certificate', 'key', certificate, 'a PEM private key'],
    [
      'the key is that of another certificate',
      'key',
      () => other.flags['server.ssl.key'] ?? '',
      'the private key of server.ssl.certificate',
    ],
  ])('is named where %s', (_case, setting, file, problem) => {
    const settings = settingsOf({ ...own.flags, [`server.ssl.${setting}`]: file() });
    expect(() => tlsOptions(settings)).toThrow(problem);
    expect(() => tlsOptions(settings)).toThrow(new RegExp(`^\\[server\\.ssl\\.${setting}\\]: `));
  });
});
