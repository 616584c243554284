import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Client, estypes } from '@elastic/elasticsearch';
import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import { basicAuthorization } from '../../standalone/console/index.ts';
import { type Seed, seededKey, toDocument } from './seeded_key.ts';

export interface LoadOptions {
  readonly seed: Seed;
  readonly keys: number;
  /** Hears how many keys are written so far: 0 once all is prepared. */
  onProgress(written: number): void;
  /** Hears of what is left behind. */
  onWarning(line: string): void;
  readonly signal: AbortSignal;
}

/** Why keys cannot be loaded; the message is a finished sentence. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}

const BATCH = 2000;
const CONNECTIONS = 4;
const SECURITY = '.security';

/**
 * Writes the keys 0 to `keys - 1` of a seed where Elasticsearch keeps its own, over those of a former
 * run. `admin` may manage security; what it needs besides goes through a user and a role that are made
 * for it and removed again, whatever happens.
 * @throws SeedError, or an error of the client
 */
export async function loadKeys(admin: Client, options: LoadOptions): Promise<void> {
  await requireManageSecurity(admin);
  const name = `seed-${randomBytes(8).toString('hex')}`;
  try {
    const writer = await createWriter(admin, name);
    const version = await versionOfDocuments(admin, writer);
    await writeAll(writer, version, options);
    await writer.indices.refresh({ index: SECURITY });
    // What it remembers of keys that were here before.
    await admin.security.clearApiKeyCache({ ids: '*' });
  } finally {
    // Where this fails too, the reason that led here is the one to tell.
    await removeWriter(admin, name).catch(() =>
      options.onWarning(`The user and the role ${name} may be left behind: remove them by hand.`),
    );
  }
}

async function requireManageSecurity(admin: Client): Promise<void> {
  const { username, has_all_requested } = await admin.security.hasPrivileges({
    cluster: ['manage_security'],
  });
  if (!has_all_requested)
    throw new SeedError(`The user ${username} needs the cluster privilege manage_security for it.`);
}

/** A user that may write where Elasticsearch keeps its keys: not even `elastic` may. */
async function createWriter(admin: Client, name: string): Promise<Client> {
  const password = randomBytes(16).toString('base64url');
  await admin.security.putRole({
    name,
    indices: [{ names: [`${SECURITY}*`], privileges: ['all'], allow_restricted_indices: true }],
  });
  await admin.security.putUser({ username: name, password, roles: [name] });
  return admin.child({ headers: { authorization: basicAuthorization(name, password) } });
}

async function removeWriter(admin: Client, name: string): Promise<void> {
  await admin.security.deleteUser({ username: name }, { ignore: [404] });
  await admin.security.deleteRole({ name }, { ignore: [404] });
}

/** As a key of Elasticsearch's own making has it; that key leaves no trace. */
async function versionOfDocuments(admin: Client, writer: Client): Promise<number> {
  const { id } = await admin.security.createApiKey({ name: 'seed', expiration: '1m' });
  const { _source } = await readDocument(writer, id);
  await writer.delete({ index: SECURITY, id });
  if (_source === undefined || !_source.api_key_hash.startsWith('{SSHA256}'))
    throw new SeedError(
      'This Elasticsearch does not hash API keys by ssha256 (xpack.security.authc.api_key.hashing.algorithm): keys of a seed would not work there.',
    );
  return _source.version;
}

/** The first thing that an Elasticsearch which keeps its own indices to itself refuses. */
const readDocument = (writer: Client, id: string) =>
  writer
    .get<{ version: number; api_key_hash: string }>({ index: SECURITY, id })
    .catch((error: unknown) => {
      const failure = elasticsearchFailure(error);
      if (failure?.statusCode !== 403) throw error;
      throw new SeedError(
        `This Elasticsearch lets nobody into its security index: ${failure.message}`,
      );
    });

async function writeAll(
  writer: Client,
  version: number,
  { seed, keys, onProgress, signal }: LoadOptions,
): Promise<void> {
  let begun = 0;
  let written = 0;
  onProgress(written);
  const writeBatches = async (): Promise<void> => {
    while (begun < keys) {
      const from = begun;
      begun = Math.min(from + BATCH, keys);
      const operations = [];
      for (let index = from; index < begun; index++) {
        const key = seededKey(seed, index);
        operations.push(`{"index":{"_id":"${key.id}"}}`, JSON.stringify(toDocument(key, version)));
      }
      await writeBatch(writer, operations, signal);
      written += operations.length / 2;
      onProgress(written);
    }
  };
  const all = Array.from({ length: CONNECTIONS }, () =>
    writeBatches().catch((error: unknown) => {
      begun = keys; // the others end with their present batch
      throw error;
    }),
  );
  await Promise.allSettled(all);
  await Promise.all(all);
}

const PATIENCE = 8;

/** Elasticsearch pushes back (429) where it is given more than it can hold: then it gets time. */
async function writeBatch(
  writer: Client,
  operations: string[],
  signal: AbortSignal,
): Promise<void> {
  const request = { index: SECURITY, operations, filter_path: 'errors,items.*.error' };
  for (let attempt = 1; ; attempt++) {
    try {
      return refuseErrors(await writer.bulk(request, { signal }));
    } catch (error) {
      if (elasticsearchFailure(error)?.statusCode !== 429 || attempt === PATIENCE) throw error;
      await setTimeout(100 * 2 ** attempt, undefined, { signal });
    }
  }
}

function refuseErrors({ errors, items }: estypes.BulkResponse): void {
  if (!errors) return;
  const [reason] = items.flatMap((item) => Object.values(item).map(({ error }) => error?.reason));
  throw new SeedError(`Elasticsearch refused a key: ${reason}`);
}
