import type { Client, estypes } from '@elastic/elasticsearch';
import { serverUnavailable } from '@hapi/boom';
import { readAs } from '../../../common/elasticsearch_answer.ts';
import { isJsonObject } from '../../../common/exact.ts';
import { errorReason, errorType } from '../elasticsearch/error_type.ts';
import { Acknowledged, Mappings } from './answer_shapes.ts';
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
  const answer = await client.indices.getMapping({ index: name });
  const { [name]: existing } = readAs(Mappings, answer);
  const { _meta: meta } = existing?.mappings ?? {};
  const version = isJsonObject(meta) ? Number(meta.version) : Number.NaN;
  if (version > VERSION) {
    throw serverUnavailable(`The index ${name} was written by a newer console.`);
  }
  readAs(Acknowledged, await client.indices.putMapping({ index: name, ...mappings }));
}

/** `false` where there is one already. */
async function createIndex(
  client: Client,
  index: string,
  mappings: estypes.MappingTypeMapping,
): Promise<boolean> {
  const create = async (settings: estypes.IndicesIndexSettings) =>
    readAs(Acknowledged, await client.indices.create({ index, mappings, settings }));
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
