import type { ApiKey } from '../api_key.ts';
import type { CreatedKey } from '../http_api/create_key.ts';
import type { RoleDescriptors } from '../role_descriptors.ts';

/** The id of every key in the examples. */
export const EXAMPLE_ID = 'x1WnQpkBr3VbT0sLmYcA';

const CREATED = Date.UTC(2026, 0, 15, 9, 30);
export const EXPIRES = CREATED + 90 * 24 * 60 * 60 * 1000;

export const READ_BOOKS: RoleDescriptors = {
  'books-read-only': {
    indices: [{ names: ['books-*'], privileges: ['read', 'view_index_metadata'] }],
  },
};

/** Its secret opens nothing. */
export const CREATED_KEY: CreatedKey = {
  id: EXAMPLE_ID,
  name: 'bookshop-search',
  expiration: EXPIRES,
  api_key: 'no-secret-of-any-key-',
  encoded: 'eDFXblFwa0JyM1ZiVDBzTG1ZY0E6bm8tc2VjcmV0LW9mLWFueS1rZXkt',
};

export const KEY: ApiKey = {
  id: EXAMPLE_ID,
  name: 'bookshop-search',
  type: 'rest',
  creation: CREATED,
  expiration: EXPIRES,
  username: 'ann',
  realm: 'default_native',
  realm_type: 'native',
  metadata: { team: 'books' },
  role_descriptors: READ_BOOKS,
  kind: 'personal',
  status: 'active',
};
