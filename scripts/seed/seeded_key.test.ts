import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { kindOf, statusAt } from '../../common/api_key.ts';
import { decode } from '../../common/decode.ts';
import { KeyName } from '../../common/http_api/create_key.ts';
import { RoleDescriptors } from '../../common/role_descriptors.ts';
import { ownerName, seededKey, toDocument } from './seeded_key.ts';

const NOW = Date.UTC(2030, 0, 1);
const seed = { text: 'test', owners: 40, now: NOW };
const keys = Array.from({ length: 2000 }, (_, index) => seededKey(seed, index));
const share = (holds: (key: (typeof keys)[number]) => boolean) =>
  keys.filter(holds).length / keys.length;

describe('seeded keys', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(seededKey(seed, 7)).toEqual(keys[7]);
    expect(seededKey({ ...seed, text: 'other' }, 7).id).not.toBe(keys[7]?.id);
  });

  it('have ids and secrets as Elasticsearch makes them, each its own', () => {
    expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
    for (const { id, secret, encoded } of keys) {
      expect(id).toMatch(/^[\w-]{20}$/);
      expect(secret).toMatch(/^[\w-]{22}$/);
      expect(Buffer.from(encoded, 'base64').toString()).toBe(`${id}:${secret}`);
    }
  });

  it('are of every kind and status', () => {
    const kind = ({ name, metadata }: (typeof keys)[number]) =>
      kindOf({ type: 'rest', name, metadata });
    expect(share((key) => kind(key) === 'personal')).toBeCloseTo(0.6);
    expect(share((key) => kind(key) === 'managed')).toBeCloseTo(0.4);
    const status = ({ expiration }: (typeof keys)[number]) =>
      statusAt(expiration ?? undefined, NOW);
    expect(share((key) => status(key) === 'expired')).toBeCloseTo(0.2);
    expect(share((key) => status(key) === 'expiring_soon')).toBeCloseTo(0.1);
    expect(share((key) => key.expiration === null)).toBeCloseTo(0.3);
  });

  it('show all of that in the first 50 already', () => {
    const first = keys.slice(0, 50);
    const combinations = new Set(first.map(({ purpose, lifetime }) => `${purpose} ${lifetime}`));
    expect(combinations.size).toBe(3 * 4);
  });

  it('belong to few owners mostly, and to every one a little', () => {
    expect(new Set(keys.map(({ owner }) => owner)).size).toBe(40);
    expect(share(({ owner }) => owner === ownerName(0))).toBeGreaterThan(0.2);
  });

  it('could have been created by the API', () => {
    for (const { name, roleDescriptors, creation, expiration } of keys) {
      expect(decode(KeyName, name)).toEqual({ ok: true, value: name });
      expect(decode(RoleDescriptors, roleDescriptors).ok).toBe(true);
      expect(creation).toBeLessThan(NOW);
      expect(expiration ?? NOW).toBeGreaterThan(creation);
    }
  });

  it('expired so lately that Elasticsearch does not remove them by itself', () => {
    for (const { expiration } of keys)
      expect(expiration ?? NOW).toBeGreaterThan(NOW - 7 * 24 * 3_600_000);
  });

  it('are stored by a hash of the secret, never by the secret', () => {
    for (const key of keys.slice(0, 20)) {
      const document = toDocument(key, 1);
      expect(JSON.stringify(document)).not.toContain(key.secret);
      const [, salt = '', hash] =
        /^\{SSHA256\}(.{12})(.{44})$/.exec(String(document.api_key_hash)) ?? [];
      const salted = createHash('sha256').update(key.secret).update(salt, 'base64');
      expect(salted.digest('base64')).toBe(hash);
    }
  });
});

describe('owners', () => {
  it('have names of their own, however many there are', () => {
    const names = Array.from({ length: 5000 }, (_, number) => ownerName(number));
    expect(new Set(names).size).toBe(names.length);
  });
});
