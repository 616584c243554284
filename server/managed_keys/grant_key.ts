import { randomUUID } from 'node:crypto';
import { SUCCESS } from '../audit/audit_event.ts';
import { audited } from '../audit/audited.ts';
import { authenticate } from '../elasticsearch/user_requests.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import { MANAGED_KEY_TYPE, RELEASED_KEY_TYPE } from '../host/saved_object_types.ts';
import type { GrantedKey, KibanaRequest } from '../kibana.ts';
import { ManagedKeyError, type ManagedKeyGrant, type ManagedKeyHandle } from './managed_key.ts';
import type { ReleasedKeyRecord, SecretKeyRecord } from './records.ts';
import { releaseKey } from './release_key.ts';

/** Makes a managed key, and tells the audit trail. `now` in ms since epoch. @throws ManagedKeyError */
export async function grantKey(
  services: BackgroundServices,
  request: KibanaRequest,
  grant: ManagedKeyGrant,
  now: () => number,
): Promise<ManagedKeyHandle> {
  const operation = {
    log: services.audit.asScoped(request),
    name: 'managed_key_grant' as const,
    subject: { key_name: grant.name, task_id: grant.task },
    parts: ({ keyId, name }: Made) => [{ result: SUCCESS, key_ids: [keyId], key_name: name }],
  };
  const { handle } = await audited(operation, () => makeKey(services, request, grant, now));
  return handle;
}

interface Made {
  readonly handle: ManagedKeyHandle;
  readonly keyId: string;
  readonly name: string;
}

/**
 * It is queued for invalidation, by its name, before it exists, and taken out
 * of the queue when its record stands: whatever is cut off in between, the queue clears away.
 */
async function makeKey(
  services: BackgroundServices,
  request: KibanaRequest,
  { task, name: givenName, roleDescriptors, expiration, metadata }: ManagedKeyGrant,
  now: () => number,
): Promise<Made> {
  refuseApiKey(request);
  const { savedObjects, apiKeys, elasticsearchAs } = services;
  const handle = randomUUID();
  // Its last part is enough to find the key by its name, and no other.
  const name = `${givenName} (${handle.slice(-12)})`;
  const unfinished: ReleasedKeyRecord = { task, since: now(), unfinished: name };
  await savedObjects.create(RELEASED_KEY_TYPE, unfinished, { id: handle });
  const key = await apiKeys.grantAsInternalUser(request, {
    name,
    role_descriptors: roleDescriptors,
    metadata: { ...metadata, managed: true, task },
    ...(expiration !== undefined && { expiration }),
  });
  if (key === null) throw new ManagedKeyError('disabled', 'API keys are disabled.');
  const apiKey = encoded(key);
  const { username } = await authenticate(elasticsearchAs(`ApiKey ${apiKey}`));
  const record: SecretKeyRecord = {
    keyId: key.id,
    name,
    owner: username,
    task,
    created: now(),
    apiKey,
    ...(key.expiration !== undefined && { expiration: key.expiration }),
  };
  await savedObjects.create(MANAGED_KEY_TYPE, record, { id: handle });
  await savedObjects.delete(RELEASED_KEY_TYPE, handle).catch(async (error: unknown) => {
    // It may have been taken out nevertheless, and nobody will have the handle.
    await releaseKey(services, handle, now());
    throw error;
  });
  return { handle, keyId: key.id, name };
}

const encoded = ({ id, api_key }: GrantedKey): string =>
  Buffer.from(`${id}:${api_key}`).toString('base64');

/** Elasticsearch gives a key made by a key no privileges at all. */
function refuseApiKey({ headers: { authorization } }: KibanaRequest): void {
  if (/^ApiKey /i.test(String(authorization)))
    throw new ManagedKeyError(
      'granted_to_key',
      'Background tasks cannot be granted a key by somebody who is signed in by an API key: it would have no privileges. Sign in as a user.',
    );
}
