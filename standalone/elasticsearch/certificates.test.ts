import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { certificatesIn } from './certificates.ts';

const NOW = new Date('2030-01-01T00:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const certificate = (file: string) => new X509Certificate(readFileSync(file));

describe('the certificates of a cluster', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are signed by an authority of their own, for loopback alone', async () => {
    const files = await certificatesIn(folder, NOW);
    const [authority, node] = [certificate(files.authority), certificate(files.certificate)];
    expect(authority.ca).toBe(true);
    expect(node.ca).toBe(false);
    expect(node.checkIssued(authority)).toBe(true);
    expect(node.verify(authority.publicKey)).toBe(true);
    for (const host of ['127.0.0.1', '::1']) expect(node.checkIP(host)).toBeDefined();
    expect(node.checkHost('localhost')).toBe('localhost');
    expect(node.checkHost('example.com')).toBeUndefined();
  });

  it('keep their key from other users', async () => {
    const { key } = await certificatesIn(folder, NOW);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(key, 'utf8')).toContain('PRIVATE KEY');
  });

  it('stay while they last, and are renewed in time', async () => {
    const fingerprint = async (now: Date) =>
      certificate((await certificatesIn(folder, now)).certificate).fingerprint256;
    const first = await fingerprint(NOW);
    expect(await fingerprint(inDays(300))).toBe(first);
    expect(await fingerprint(inDays(360))).not.toBe(first);
  });

  it.each(['authority', 'certificate', 'key'] as const)(
    'are made anew together when the %s was lost or cut short',
    async (damaged) => {
      for (const damage of [rmSync, (file: string) => truncateSync(file, 100)]) {
        damage((await certificatesIn(folder, NOW))[damaged]);
        const files = await certificatesIn(folder, NOW);
        const node = certificate(files.certificate);
        expect(node.verify(certificate(files.authority).publicKey)).toBe(true);
        expect(node.checkPrivateKey(createPrivateKey(readFileSync(files.key)))).toBe(true);
      }
    },
  );
});
