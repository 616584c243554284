import { isJsonObject } from '../../common/exact.ts';
import type { ElasticsearchClient } from '../../server/kibana.ts';

/** A key as Elasticsearch stores it. */
export interface StoredKey {
  readonly id: string;
  readonly name: string | null;
  readonly username: string;
  readonly creation: number;
  readonly expiration?: number;
  readonly type?: 'rest' | 'cross_cluster';
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly invalidated?: boolean;
}

type Node = Readonly<Record<string, unknown>>;
interface Search {
  readonly query: Node;
  readonly size?: number;
  readonly sort?: readonly Readonly<Record<string, SortOptions>>[];
  readonly search_after?: readonly string[];
  readonly aggs?: Readonly<Record<string, Node>>;
}
interface SortOptions {
  readonly order: 'asc' | 'desc';
  readonly missing: string;
  readonly format?: string;
}
type Parts = readonly [string, Node];

/**
 * A store of keys that answers queries and invalidations as Elasticsearch does, as far as the server
 * asks. The keys in `stuck` cannot be invalidated.
 */
export function keyStore(initial: readonly StoredKey[], stuck: readonly string[] = []) {
  const requests: Search[] = [];
  const keys = [...initial];
  const queryApiKeys = async (search: Search) => {
    requests.push(search);
    const found = keys.filter((key) => matches(key, search.query));
    const sort = search.sort ?? [];
    const after = search.search_after?.map((value, i) => comparable(value, optionsOf(sort[i])));
    // Elasticsearch promises no order of what ties, so it is another one each time.
    const page = (requests.length % 2 === 0 ? found.toReversed() : found)
      .map((key) => ({ key, by: sort.map((clause) => sortValue(key, clause)) }))
      .sort((a, b) => compare(a.by, b.by, sort))
      .filter(({ by }) => after === undefined || compare(by, after, sort) > 0)
      .slice(0, search.size ?? 10);
    return {
      total: found.length,
      api_keys: page.map(({ key, by }) => ({
        realm: 'native',
        metadata: {},
        invalidated: false,
        ...key,
        _sort: by.map((value) => (value === NEVER ? null : String(value))),
      })),
      ...(search.aggs && found.length > 0 && { aggregations: aggregate(found, search.aggs) }),
    };
  };
  const invalidateApiKey = async ({ ids }: { readonly ids: readonly string[] }) => {
    const invalidated_api_keys: string[] = [];
    for (const [index, key] of keys.entries()) {
      if (!ids.includes(key.id) || stuck.includes(key.id) || key.invalidated === true) continue;
      keys[index] = { ...key, invalidated: true };
      invalidated_api_keys.push(key.id);
    }
    const error_details = ids.filter((id) => stuck.includes(id)).map(refusalOf);
    return {
      invalidated_api_keys,
      previously_invalidated_api_keys: [],
      error_count: error_details.length,
      error_details,
    };
  };
  const security = { queryApiKeys, invalidateApiKey };
  const client = { security } as unknown as ElasticsearchClient;
  return { client, requests, keys };
}

const refusalOf = (id: string) => ({ type: 'exception', reason: `[${id}] is stuck` });

const only = (node: Node): Parts => Object.entries(node)[0] as unknown as Parts;

function matches(key: StoredKey, query: Node): boolean {
  const [type, body] = only(query);
  if (type === 'bool') return matchesAll(key, body);
  if (type === 'ids') return (body.values as readonly string[]).includes(key.id);
  if (type === 'exists') return (fieldOf(key, String(body.field)) ?? null) !== null;
  const [field, wanted] = only(body);
  const value = fieldOf(key, field);
  if (type === 'term') return String(value) === String(wanted);
  if (type === 'terms') return (wanted as unknown as unknown[]).includes(value);
  if (value === undefined || value === null) return false;
  if (type === 'prefix') return String(value).startsWith(String(wanted));
  if (type === 'range') return isWithin(Number(value), wanted);
  if (type === 'wildcard') return wildcard(String(wanted.value)).test(asciiLower(String(value)));
  throw new Error(`The store knows no ${type} query`);
}

function matchesAll(key: StoredKey, { filter, should, must_not }: Node): boolean {
  const all = (queries: unknown) => (queries ?? []) as readonly Node[];
  return (
    all(filter).every((query) => matches(key, query)) &&
    !all(must_not).some((query) => matches(key, query)) &&
    (should === undefined || all(should).some((query) => matches(key, query)))
  );
}

function fieldOf(key: StoredKey, field: string): unknown {
  if (field === 'invalidated') return key.invalidated ?? false;
  if (field === 'type') return key.type ?? 'rest';
  if (!field.startsWith('metadata.')) return key[field as keyof StoredKey];
  const path = field.slice('metadata.'.length);
  const { metadata = {} } = key;
  if (path in metadata) return metadata[path];
  return path.split('.').reduce<unknown>((at, p) => (isJsonObject(at) ? at[p] : at), metadata);
}

const isWithin = (value: number, { gt, gte, lt, lte }: Node): boolean =>
  (gt === undefined || value > Number(gt)) &&
  (gte === undefined || value >= Number(gte)) &&
  (lt === undefined || value < Number(lt)) &&
  (lte === undefined || value <= Number(lte));

const asciiLower = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Elasticsearch's wildcards: `*`, `?` and `\` before a literal one; the case of ASCII is ignored. */
function wildcard(pattern: string): RegExp {
  const source = asciiLower(pattern).replaceAll(/\\(.)|[*?]|[^\\*?]+/gsu, (part, escaped) => {
    if (part === '*') return '.*';
    return part === '?' ? '.' : (escaped ?? part).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}

const NEVER = 2n ** 63n - 1n;
const optionsOf = (clause: Readonly<Record<string, SortOptions>> = {}) =>
  Object.values(clause)[0] as SortOptions;
const comparable = (value: string, { format }: SortOptions): bigint | string =>
  format === undefined ? value : BigInt(value);

function sortValue(key: StoredKey, clause: Readonly<Record<string, SortOptions>>) {
  const [field, options] = Object.entries(clause)[0] as [keyof StoredKey, SortOptions];
  const value = key[field] ?? (options.format === undefined ? options.missing : NEVER);
  return comparable(String(value), options);
}

function compare(
  a: readonly (bigint | string)[],
  b: readonly (bigint | string)[],
  sort: Search['sort'] = [],
): number {
  for (const [i, clause] of sort.entries()) {
    const [left, right] = [a[i] ?? '', b[i] ?? ''];
    if (left !== right) return left < right === (optionsOf(clause).order === 'asc') ? -1 : 1;
  }
  return 0;
}

function aggregate(keys: readonly StoredKey[], aggs: Readonly<Record<string, Node>>): Node {
  return Object.fromEntries(Object.entries(aggs).map(([name, agg]) => [name, one(keys, agg)]));
}

function one(keys: readonly StoredKey[], { filter, aggs, terms, range }: Node): Node {
  if (filter !== undefined) {
    const inside = keys.filter((key) => matches(key, filter as Node));
    return { doc_count: inside.length, ...aggregate(inside, (aggs ?? {}) as Record<string, Node>) };
  }
  const { field, size, ranges } = (terms ?? range) as Node;
  const values = keys.map((key) => fieldOf(key, String(field)));
  if (terms !== undefined) {
    const buckets = [...Map.groupBy(values, String)].map(([key, { length }]) => ({
      key,
      doc_count: length,
    }));
    return { buckets: buckets.sort((a, b) => b.doc_count - a.doc_count).slice(0, Number(size)) };
  }
  const counted = (ranges as readonly Node[]).map(({ from, to }) => ({
    doc_count: values.filter(
      (value) => value !== undefined && isWithin(Number(value), { gte: from, lt: to }),
    ).length,
  }));
  return { buckets: counted };
}
