import { stringify } from 'csv-stringify/sync';
import type { ApiKey } from '../../common/api_key.ts';

const COLUMNS = [
  'id',
  'name',
  'kind',
  'status',
  'username',
  'realm',
  'creation',
  'expiration',
  'roles',
  'metadata',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string | null | undefined>>;

/**
 * Keys as CSV (RFC 4180), after a line of column names where `header` says so. A cell that a
 * spreadsheet would take for a formula gets a leading `'`.
 */
export const keyCsv = (keys: readonly ApiKey[], header: boolean): string =>
  stringify(keys.map(toRow), {
    columns: [...COLUMNS],
    header,
    record_delimiter: 'windows',
    // A lone LF or CR in a name would end the record for most readers.
    quote_record_delimiter: true,
    escape_formulas: true,
  });

const toRow = ({ id, name, kind, status, username, realm, ...key }: ApiKey): Row => ({
  id,
  name,
  kind,
  status,
  username,
  realm,
  creation: isoTime(key.creation),
  expiration: key.expiration === undefined ? undefined : isoTime(key.expiration),
  roles: Object.keys(key.role_descriptors ?? {}).join('; '),
  metadata: JSON.stringify(key.metadata),
});

/** ISO 8601; ms since epoch where a key lives on beyond the years that a Date can tell. */
function isoTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
}
