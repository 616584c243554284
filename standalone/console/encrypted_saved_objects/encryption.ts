import * as nodeCrypto from '@elastic/node-crypto';

/** AES-256-GCM under a key derived from a passphrase, in the form that Kibana stores. */
export interface Encryption {
  encrypt(value: unknown, authenticated: string): Promise<string>;
  /** Rejects where the passphrase or what is authenticated is not as it was. */
  decrypt(text: string, authenticated: string): Promise<unknown>;
}

/** `encryptionKey` has at least 32 characters. */
export const createEncryption = (encryptionKey: string): Encryption =>
  makeCryptoWith({ encryptionKey });

/** Node and jest differ in what the default export of a CommonJS module is. */
const { default: exported } = nodeCrypto;
const makeCryptoWith = 'default' in exported ? exported.default : exported;
