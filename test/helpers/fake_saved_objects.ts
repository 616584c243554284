import { isJsonObject } from '../../common/exact.ts';
import type {
  EncryptedSavedObjectsSetup,
  EncryptedSavedObjectsStart,
  SavedObject,
  SavedObjectsClient,
  SavedObjectsSetup,
  SavedObjectType,
} from '../../server/kibana_background.ts';
import type { Interruptible } from './interruptible.ts';

type Attributes = Record<string, unknown>;
type Encryption = Parameters<EncryptedSavedObjectsSetup['registerType']>[0];

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What Kibana's saved objects reject with. */
export const failedWith = (statusCode: number) =>
  Object.assign(new Error(`Saved object: ${statusCode}`), { output: { statusCode } });

/** As Kibana does: an object that is given adds to the one that is there. */
const merged = (present: Attributes, changes: Attributes): Attributes => ({
  ...present,
  ...Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      const former = present[name];
      return [name, isJsonObject(former) && isJsonObject(value) ? merged(former, value) : value];
    }),
  ),
});

/**
 * Kibana's saved objects and encrypted saved objects, in memory. Secrets are kept aside with the
 * authenticated data they were sealed with, and cannot be had with others.
 */
export function fakeSavedObjects({ step }: Pick<Interruptible, 'step'>) {
  const types: SavedObjectType[] = [];
  const encryptions: Encryption[] = [];
  const objects = new Map<string, SavedObject<Attributes>>();
  const secrets = new Map<string, { readonly sealedWith: string; readonly secret: Attributes }>();

  const place = (type: string, id: string) => `${type}/${id}`;
  const found = (type: string, id: string) => {
    const object = objects.get(place(type, id));
    if (object === undefined) throw failedWith(404);
    return object;
  };
  const encryptionOf = (type: string) => encryptions.find((known) => known.type === type);
  const authenticated = (type: string, id: string, attributes: Attributes) => {
    const names = [...(encryptionOf(type)?.attributesToIncludeInAAD ?? [])].sort();
    return JSON.stringify([type, id, names.map((name) => attributes[name])]);
  };
  const store = (type: string, id: string, attributes: Attributes) => {
    const isSecret = (name: string) => encryptionOf(type)?.attributesToEncrypt.has(name) === true;
    const entries = Object.entries(attributes);
    const secret = Object.fromEntries(entries.filter(([name]) => isSecret(name)));
    const plain = Object.fromEntries(entries.filter(([name]) => !isSecret(name)));
    if (Object.keys(secret).length > 0)
      secrets.set(place(type, id), { sealedWith: authenticated(type, id, attributes), secret });
    const object = { type, id, attributes: plain };
    objects.set(place(type, id), object);
    return object;
  };

  const client = {
    create: (type: string, attributes: Attributes, { id = '', overwrite = false } = {}) =>
      step(() => {
        // So Kibana has it for secrets.
        if (encryptionOf(type) && !UUID.test(id)) throw failedWith(400);
        if (!overwrite && objects.has(place(type, id))) throw failedWith(409);
        return store(type, id, attributes);
      }),
    get: (type: string, id: string) => step(() => found(type, id)),
    update: (type: string, id: string, changes: Attributes) =>
      step(() => store(type, id, merged(found(type, id).attributes, changes))),
    delete: (type: string, id: string) =>
      step(() => {
        if (!objects.delete(place(type, id))) throw failedWith(404);
        secrets.delete(place(type, id));
      }),
    find: ({
      type,
      perPage = 20,
      sortField = '',
    }: { [k: string]: string } & { perPage?: number }) =>
      step(() => {
        const all = [...objects.values()].filter((object) => object.type === type);
        all.sort((a, b) => Number(a.attributes[sortField]) - Number(b.attributes[sortField]));
        return { total: all.length, saved_objects: all.slice(0, perPage) };
      }),
  } as unknown as SavedObjectsClient;

  const setup: SavedObjectsSetup = { registerType: (type) => types.push(type) };
  const encryptedSetup: EncryptedSavedObjectsSetup = {
    canEncrypt: true,
    registerType: (registration) => encryptions.push(registration),
  };
  const encryptedStart = {
    getClient: () => ({
      getDecryptedAsInternalUser: (type: string, id: string) =>
        step(() => {
          const object = found(type, id);
          const { sealedWith, secret } = secrets.get(place(type, id)) ?? { sealedWith: '' };
          if (sealedWith !== authenticated(type, id, object.attributes))
            throw new Error('Unable to decrypt');
          return { ...object, attributes: { ...object.attributes, ...secret } };
        }),
    }),
  } as unknown as EncryptedSavedObjectsStart;

  return {
    types,
    encryptions,
    /** By `type/id`, as they are stored: without secrets. */
    objects,
    /** The ids of a type. */
    idsOf: (type: string) =>
      [...objects.values()].flatMap((object) => (object.type === type ? object.id : [])),
    client,
    setup,
    encryptedSetup,
    encryptedStart,
  };
}
