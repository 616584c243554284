import type { estypes } from '@elastic/elasticsearch';
import type { KeySort } from '../../common/key_filter.ts';

type SortField = KeySort['field'];

/** Keys cannot be sorted by id; these fields leave few ties. The last one always holds a text. */
const TIE_BREAKERS: Readonly<Record<SortField, readonly SortField[]>> = {
  creation: ['name'],
  name: ['creation', 'username'],
  expiration: ['creation', 'name'],
  username: ['creation', 'name'],
};

const sortFields = ({ field }: KeySort): SortField[] => [field, ...TIE_BREAKERS[field]];

/**
 * The sort of a `_query/api_key` request. The last field goes downwards, so that `\0` after a text
 * makes the text that is next before it.
 */
export const sortClauses = (sort: KeySort): estypes.SortCombinations[] =>
  sortFields(sort).map((field, index, { length }) =>
    sortClause(field, index === length - 1 ? 'desc' : sort.direction),
  );

const isText = (field: SortField) => field === 'name' || field === 'username';

/**
 * Times come back as texts, which hold every 64-bit number exactly. A key that never expires stands
 * after all that do, and one without a name before all that have one.
 */
function sortClause(field: SortField, order: KeySort['direction']): estypes.SortCombinations {
  if (isText(field)) return { [field]: { order, missing: '' } };
  const missing = order === 'asc' ? '_last' : '_first';
  return { [field]: { order, missing, format: 'epoch_millis' } };
}

/** The largest 64-bit number: how Elasticsearch sorts a time that is missing. */
const NEVER = '9223372036854775807';

/** The values that a key was sorted by, in the form that `search_after` takes. */
export const sortValues = ({ _sort = [] }: Pick<estypes.SecurityApiKey, '_sort'>): string[] =>
  _sort.map((value) => (value === null ? NEVER : String(value)));

/** Whether `search_after` of this sort takes these: Elasticsearch refuses what is no 64-bit time. */
export function areSortValues(values: readonly string[], sort: KeySort): boolean {
  const fields = sortFields(sort);
  return (
    values.length === fields.length &&
    fields.every((field, index) => isText(field) || isTime(values[index] ?? ''))
  );
}

const isTime = (text: string): boolean =>
  /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
