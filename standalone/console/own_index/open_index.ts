import type { Client, estypes } from '@elastic/elasticsearch';
import { serverUnavailable } from '@hapi/boom';
import { errorReason, errorType } from '../elasticsearch/error_type.ts';
import { checkPrivileges } from './own_user.ts';

/** Counts up when what is stored changes its form. */
const VERSION = 1;

type Properties = Readonly<Record<string, estypes.MappingProperty>>;

export interface IndexOptions {
  readonly name: string;
  /** What can be searched for in its documents; the rest is only kept. */
  readonly properties: () => Properties;
}

/**
 * Makes the index of the console's own state where there is none, and brings the mapping of an older
 * one up to date. Several consoles may do so at once.
 * @throws Boom 503 where the console's user may not, or a newer console wrote the index; errors of
 * the client
 */
export async function openIndex(client: Client, { name, properties }: IndexOptions): Promise<void> {
  await checkPrivileges(client, name);
  const mappings = { dynamic: false, _meta: { version: VERSION }, properties: properties() };
  if (await createIndex(client, name, mappings)) return;
  const { [name]: existing } = await client.indices.getMapping({ index: name });
  const version = Number(existing?.mappings._meta?.version);
  if (version > VERSION) {
    throw serverUnavailable(`The index ${name} was written by a newer console.`);
  }
  await client.indices.putMapping({ index: name, ...mappings });
}

/** `false` where there is one already. */
async function createIndex(
  client: Client,
  index: string,
  mappings: estypes.MappingTypeMapping,
): Promise<boolean> {
  const create = (settings: estypes.IndicesIndexSettings) =>
    client.indices.create({ index, mappings, settings });
  try {
    await create({ hidden: true, auto_expand_replicas: '0-1' }).catch((error) => {
      // There, replicas are not for users to set.
      if (!errorReason(error).includes('serverless')) throw error;
      return create({ hidden: true });
    });
    return true;
  } catch (error) {
    if (errorType(error) === 'resource_already_exists_exception') return false;
    throw error;
  }
}
