import { describe, expect, it } from '@jest/globals';
import { AttributeCipher, EncryptionError } from './attribute_cipher.ts';
import { createEncryption } from './encryption.ts';

const KEY = 'a key of at least thirty-two characters';
const NEW = { type: 'key', id: '1', attributes: {} };
const GIVEN = { owner: 'ann', note: 'a', secret: 'canary' };

function cipherWith(encryptionKey = KEY): AttributeCipher {
  const cipher = new AttributeCipher(createEncryption(encryptionKey));
  cipher.register({
    type: 'key',
    attributesToEncrypt: new Set(['secret']),
    attributesToIncludeInAAD: new Set(['owner']),
  });
  return cipher;
}

const sealed = async () => ({ ...NEW, attributes: await cipherWith().seal(NEW, GIVEN) });

describe('a registered attribute', () => {
  it('is stored encrypted, beside others in the clear', async () => {
    const { attributes } = await sealed();
    expect(attributes).toMatchObject({ owner: 'ann', note: 'a' });
    expect(JSON.stringify(attributes)).not.toContain('canary');
    await expect(cipherWith().open(await sealed())).resolves.toEqual(GIVEN);
  });

  it('differs each time it is stored', async () => {
    expect((await sealed()).attributes).not.toEqual((await sealed()).attributes);
  });

  it('is hidden from those who read what is stored', async () => {
    const { type, attributes } = await sealed();
    expect(cipherWith().strip(type, attributes)).toEqual({ owner: 'ann', note: 'a' });
  });

  it('may be absent', async () => {
    const attributes = await cipherWith().seal(NEW, { owner: 'ann' });
    expect(attributes).toEqual({ owner: 'ann' });
    await expect(cipherWith().open({ ...NEW, attributes })).resolves.toEqual({ owner: 'ann' });
  });

  it('of any JSON is given back as it was', async () => {
    const given = { secret: { parts: ['a', 1, null] } };
    const attributes = await cipherWith().seal(NEW, given);
    await expect(cipherWith().open({ ...NEW, attributes })).resolves.toEqual(given);
  });
});

describe('a secret cannot be read', () => {
  it.each([
    ['under another id', { id: '2' }, KEY],
    ['beside another owner', { attributes: { owner: 'bob' } }, KEY],
    ['without its owner', { attributes: { owner: undefined } }, KEY],
    ['when it was changed', { attributes: { secret: 'c2VjcmV0' } }, KEY],
    ['with another key', {}, KEY.toUpperCase()],
  ])('%s', async (_how, { attributes, ...name }: Partial<typeof NEW>, key) => {
    const object = await sealed();
    const tampered = {
      ...object,
      ...name,
      attributes: JSON.parse(JSON.stringify({ ...object.attributes, ...attributes })),
    };
    const opening = cipherWith(key).open(tampered);
    await expect(opening).rejects.toThrow(EncryptionError);
    await expect(opening).rejects.toThrow(
      /^The secret of key \d cannot be decrypted: xpack\.encryptedSavedObjects\.encryptionKey is not/,
    );
  });
});

describe('a change', () => {
  it('of what is not authenticated leaves the secret readable', async () => {
    const attributes = await cipherWith().seal(await sealed(), { note: 'b' });
    const opened = await cipherWith().open({ ...NEW, attributes });
    expect(opened).toEqual({ ...GIVEN, note: 'b' });
  });

  it('of what is authenticated needs the secret anew', async () => {
    await expect(cipherWith().seal(await sealed(), { owner: 'bob' })).rejects.toMatchObject({
      message: 'key 1 cannot be changed like this without its secret',
      output: { statusCode: 400 },
    });
    const attributes = await cipherWith().seal(await sealed(), { owner: 'bob', secret: 'other' });
    const opened = await cipherWith().open({ ...NEW, attributes });
    expect(opened).toEqual({ owner: 'bob', note: 'a', secret: 'other' });
  });

  it('of a type without secrets is stored as it is', async () => {
    const plain = { type: 'plain', id: '1', attributes: { a: 1 } };
    await expect(cipherWith().seal(plain, { b: 2 })).resolves.toEqual({ a: 1, b: 2 });
  });
});
