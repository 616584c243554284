import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** PEM files for the nodes of a cluster on this machine; `key` is readable by its owner only. */
export interface Certificates {
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

const DAY = 24 * 60 * 60 * 1000;
const VALID_FOR = 365 * DAY;
const RENEW_BEFORE = 7 * DAY;

/**
 * The certificates in `folder`, made anew unless all are there and last another week. All nodes
 * share one, which names only loopback. The authority's own key is thrown away: it signs nothing else.
 */
export async function certificatesIn(folder: string, now: Date): Promise<Certificates> {
  const files = {
    authority: join(folder, 'ca.crt'),
    certificate: join(folder, 'node.crt'),
    key: join(folder, 'node.key'),
  };
  if (areGood(files, new Date(now.getTime() + RENEW_BEFORE))) return files;

  // Only ever needed here, and large.
  const { generate } = await import('selfsigned');
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: now,
    notAfterDate: new Date(now.getTime() + VALID_FOR),
  } as const;
  const authority = await generate(named('Project API keys, cluster on this machine'), {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const node = await generate(named('localhost'), {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.authority, authority.cert);
  writeFileSync(files.key, node.private, { mode: 0o600 });
  writeFileSync(files.certificate, node.cert);
  return files;
}

const named = (value: string) => [{ name: 'commonName', value }];

function areGood({ authority, certificate, key }: Certificates, until: Date): boolean {
  try {
    const signer = new X509Certificate(readFileSync(authority));
    const node = new X509Certificate(readFileSync(certificate));
    return (
      node.validToDate > until &&
      node.verify(signer.publicKey) &&
      node.checkPrivateKey(createPrivateKey(readFileSync(key)))
    );
  } catch {
    return false; // one of them is missing, or was cut short
  }
}
