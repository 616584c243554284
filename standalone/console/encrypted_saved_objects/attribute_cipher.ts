import { badRequest } from '@hapi/boom';
import type { EncryptedSavedObjectsSetup } from '../../../server/index.ts';
import { canonicalJson } from './canonical_json.ts';
import type { Encryption } from './encryption.ts';

type Registration = Parameters<EncryptedSavedObjectsSetup['registerType']>[0];
export type Attributes = Readonly<Record<string, unknown>>;

/** A saved object's name and what is stored of it. */
export interface SealedObject {
  readonly type: string;
  readonly id: string;
  readonly attributes: Attributes;
}

/** A secret that cannot be read: encrypted with another key, or its object was tampered with. */
export class EncryptionError extends Error {
  override readonly name = 'EncryptionError';
}

/**
 * Encrypts those attributes of saved objects that are registered for it. What is encrypted is good
 * only under its type and id, and beside the attributes that the registration includes.
 */
export class AttributeCipher {
  readonly #encryption: Encryption;
  readonly #registrations = new Map<string, Registration>();

  constructor(encryption: Encryption) {
    this.#encryption = encryption;
  }

  register(registration: Registration): void {
    this.#registrations.set(registration.type, registration);
  }

  /** The attributes that are stored in the clear. */
  strip(type: string, attributes: Attributes): Attributes {
    const secret = this.#secretNames(type);
    return Object.fromEntries(Object.entries(attributes).filter(([name]) => !secret.has(name)));
  }

  /**
   * The attributes to store once `changes` are made to an object, which has none if it is new.
   * @throws Boom 400 where a secret that stays would no longer stand beside what it belongs to
   */
  async seal(object: SealedObject, changes: Attributes): Promise<Attributes> {
    const { type, id } = object;
    const changed = { ...object, attributes: { ...object.attributes, ...changes } };
    const authenticated = this.#authenticated(changed);
    const isOtherwise = authenticated !== this.#authenticated(object);
    const lost = this.#secretsIn(object).find(([name]) => isOtherwise && !(name in changes));
    if (lost !== undefined) {
      throw badRequest(`${type} ${id} cannot be changed like this without its ${lost[0]}`);
    }
    const given = this.#secretsIn({ ...object, attributes: changes });
    const sealed = given.map(async ([name, value]) => [
      name,
      await this.#encryption.encrypt(value, authenticated),
    ]);
    return { ...changed.attributes, ...Object.fromEntries(await Promise.all(sealed)) };
  }

  /** All attributes in the clear. @throws EncryptionError */
  async open(object: SealedObject): Promise<Attributes> {
    const authenticated = this.#authenticated(object);
    const opened = this.#secretsIn(object).map(async ([name, sealed]) => [
      name,
      await this.#encryption.decrypt(String(sealed), authenticated).catch(() => {
        throw new EncryptionError(unreadable(object, name));
      }),
    ]);
    return { ...object.attributes, ...Object.fromEntries(await Promise.all(opened)) };
  }

  #secretNames(type: string): ReadonlySet<string> {
    return this.#registrations.get(type)?.attributesToEncrypt ?? new Set();
  }

  #secretsIn({ type, attributes }: SealedObject): [string, unknown][] {
    const secret = this.#secretNames(type);
    return Object.entries(attributes).filter(
      ([name, value]) => secret.has(name) && value !== undefined && value !== null,
    );
  }

  #authenticated({ type, id, attributes }: SealedObject): string {
    const included = this.#registrations.get(type)?.attributesToIncludeInAAD ?? new Set();
    const beside = Object.entries(attributes).filter(([name]) => included.has(name));
    return canonicalJson([type, id, Object.fromEntries(beside)]);
  }
}

const unreadable = ({ type, id }: SealedObject, name: string): string =>
  `The ${name} of ${type} ${id} cannot be decrypted: xpack.encryptedSavedObjects.encryptionKey is not the one it was encrypted with, or the object was changed by someone else.`;
