import { randomUUID } from 'node:crypto';
import { type SeededKey, seededKey, toDocument } from '../../scripts/seed/seeded_key.ts';
import { basic, prepare, sharedElasticsearch } from './elasticsearch.ts';

const INDEX = '.security';
/** Elasticsearch looks at it only when it updates a key. */
const VERSION = 9_000_000;

/**
 * Writes keys where the shared Elasticsearch keeps its own: thousands in a second, and with times
 * that no request could give them. What is not given is as `npm run seed` makes it.
 */
export async function writeKeys(given: readonly Partial<SeededKey>[]): Promise<SeededKey[]> {
  const seed = { text: randomUUID(), owners: 1, now: Date.now() };
  const keys = given.map((some, index) => ({ ...seededKey(seed, index), ...some }));
  const lines = keys.flatMap((key) => [
    JSON.stringify({ index: { _id: key.id } }),
    JSON.stringify(toDocument(key, VERSION)),
  ]);
  const answer = await fetch(new URL(`/${INDEX}/_bulk?refresh=true`, sharedElasticsearch().url), {
    method: 'POST',
    headers: { authorization: await writer(), 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
  });
  const { errors } = (await answer.json()) as { errors?: boolean };
  if (errors !== false) throw new Error(`The keys could not be written: ${answer.status}`);
  return keys;
}

let created: Promise<string> | undefined;

/** Not even the superuser may write there. The user goes with the node. */
function writer(): Promise<string> {
  created ??= createWriter();
  return created;
}

async function createWriter(): Promise<string> {
  const [name, password] = [`writer-${randomUUID()}`, randomUUID()];
  const index = { names: [`${INDEX}*`], privileges: ['all'], allow_restricted_indices: true };
  await prepare('PUT', `/_security/role/${name}`, { indices: [index] });
  await prepare('PUT', `/_security/user/${name}`, { password, roles: [name] });
  return basic(name, password);
}
