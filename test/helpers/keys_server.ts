import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { CreatedKey, CreateKeyBody } from '../../common/http_api/create_key.ts';
import type { DeleteKeysBody, DeleteResult } from '../../common/http_api/delete_keys.ts';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import type { KeyQuery } from '../../common/key_filter.ts';
import { anApiKey } from './an_api_key.ts';
import type { FakeServer } from './render_page.tsx';

/** What a superuser may do. */
export const SUPERUSER: Capabilities = {
  enabled: true,
  can_manage_own: true,
  can_manage_all: true,
  can_read_all: true,
  user: { username: 'elastic', realm: 'reserved' },
};

const NO_COUNTS: KeyPage['counts'] = {
  kinds: { personal: 0, managed: 0, cross_cluster: 0 },
  statuses: { active: 0, expiring_soon: 0, expired: 0 },
  owners: [],
  expires: [],
};

/** A server with these keys, newest first as given: it searches names, pages, creates and deletes. */
export function keysServer(
  initial: readonly ApiKey[],
  capabilities: Partial<Capabilities> = {},
): FakeServer {
  let keys = initial;
  return {
    'GET /capabilities': () => ({ ...SUPERUSER, ...capabilities }),
    'POST /_query': ({ body }): KeyPage => {
      const { search = '', size = 25, cursor = '0' } = body as KeyQuery;
      const found = keys.filter(({ id, name }) => (name ?? id).includes(search));
      const end = Number(cursor) + size;
      return {
        keys: found.slice(Number(cursor), end),
        total: found.length,
        next_cursor: end < found.length ? String(end) : null,
        counts: NO_COUNTS,
      };
    },
    'GET /keys/{id}': ({ path }) => ({
      key: keys.find(({ id }) => path === `/keys/${id}`),
    }),
    'POST /keys': ({ body }): CreatedKey => {
      const { name } = body as CreateKeyBody;
      const key = anApiKey({ id: `id of ${name}`, name, creation: Date.now() });
      keys = [key, ...keys];
      return { id: key.id, name, api_key: 'secret', encoded: `encoded ${name}` };
    },
    'POST /_delete': ({ body }): DeleteResult => {
      const { ids } = body as DeleteKeysBody;
      const deleted = keys.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
      keys = keys.filter(({ id }) => !deleted.includes(id));
      const notFound = ids.filter((id) => !deleted.includes(id));
      return { deleted, already_deleted: [], not_found: notFound, failed: [] };
    },
  };
}
