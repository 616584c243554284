import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface SelfSigned extends Disposable {
  /** The certificate, which is its own authority. */
  readonly pem: string;
  /** By which the console listens with it. */
  readonly flags: Readonly<Record<string, string>>;
}

/** A certificate for loopback and its key, in files that go with the test. */
export async function selfSigned(): Promise<SelfSigned> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const dir = mkdtempSync(join(tmpdir(), 'tls-'));
  const files = { certificate: join(dir, 'console.crt'), key: join(dir, 'console.key') };
  writeFileSync(files.certificate, cert);
  writeFileSync(files.key, key);
  return {
    pem: cert,
    flags: {
      'server.ssl.enabled': 'true',
      'server.ssl.certificate': files.certificate,
      'server.ssl.key': files.key,
    },
    [Symbol.dispose]: () => rmSync(dir, { recursive: true }),
  };
}
