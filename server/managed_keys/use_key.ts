import { statusAt } from '../../common/api_key.ts';
import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import { Secret } from '../../common/secret.ts';
import { authenticate } from '../elasticsearch/user_requests.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import { ignore, statusOf } from '../host/saved_object_error.ts';
import { MANAGED_KEY_TYPE } from '../host/saved_object_types.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { type ManagedKey, ManagedKeyError, type ManagedKeyHandle } from './managed_key.ts';
import type { ManagedKeyRecord, SecretKeyRecord } from './records.ts';

/** @throws ManagedKeyError `gone`, `unreadable` */
export async function withKeyClient<T>(
  services: BackgroundServices,
  handle: ManagedKeyHandle,
  use: (elasticsearch: ElasticsearchClient) => Promise<T>,
): Promise<T> {
  const { name, secret } = await readSecret(services, handle);
  try {
    return await use(services.elasticsearchAs(`ApiKey ${secret.reveal()}`));
  } catch (error) {
    if (isRefusedKey(error)) throw gone(`The managed key [${name}] was deleted or has expired`);
    throw error;
  }
}

/** `now` in ms since epoch. Elasticsearch is asked, as the key itself, whether it still works. */
export async function describeKey(
  services: BackgroundServices,
  handle: ManagedKeyHandle,
  now: number,
): Promise<ManagedKey | undefined> {
  const found = await services.savedObjects
    .get<ManagedKeyRecord>(MANAGED_KEY_TYPE, handle)
    .catch(ignore(404));
  if (found === undefined) return undefined;
  const { keyId, name, owner, task, expiration } = found.attributes;
  const status = statusAt(expiration, now);
  const isDeleted = status !== 'expired' && (await isRefused(services, handle));
  return {
    id: keyId,
    name,
    username: owner,
    task,
    status: isDeleted ? 'deleted' : status,
    ...(expiration !== undefined && { expiration }),
  };
}

async function isRefused(services: BackgroundServices, handle: ManagedKeyHandle): Promise<boolean> {
  try {
    await withKeyClient(services, handle, (elasticsearch) => authenticate(elasticsearch));
    return false;
  } catch (error) {
    // Whether a key works that nobody can use any more is not worth a failure.
    if (error instanceof ManagedKeyError) return error.problem === 'gone';
    if (elasticsearchFailure(error)?.statusCode === 403) return false;
    throw error;
  }
}

async function readSecret(
  { decrypted }: BackgroundServices,
  handle: ManagedKeyHandle,
): Promise<{ readonly name: string; readonly secret: Secret }> {
  const record = await decrypted<Partial<SecretKeyRecord>>(MANAGED_KEY_TYPE, handle).catch(
    (error: unknown) => {
      if (statusOf(error) === 404) throw gone('The managed key has been given up');
      if (statusOf(error) ?? elasticsearchFailure(error)) throw error;
      throw unreadable();
    },
  );
  const { name = '', apiKey } = record;
  if (apiKey === undefined) throw unreadable();
  return { name, secret: new Secret(apiKey) };
}

const gone = (what: string) => new ManagedKeyError('gone', `${what}.`);

const unreadable = () =>
  new ManagedKeyError(
    'unreadable',
    'The secret of the managed key cannot be decrypted. Has xpack.encryptedSavedObjects.encryptionKey been changed?',
  );

const isRefusedKey = (error: unknown): boolean => elasticsearchFailure(error)?.statusCode === 401;
