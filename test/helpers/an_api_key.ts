import { type ApiKey, kindOf, statusAt } from '../../common/api_key.ts';

/** A key as the server gives it, owned by `elastic`, unless told otherwise. */
export function anApiKey(given: Partial<ApiKey> & { readonly id: string }): ApiKey {
  const key = {
    name: `name of ${given.id}`,
    type: 'rest' as const,
    creation: Date.UTC(2026, 0, 1),
    username: 'elastic',
    realm: 'reserved',
    metadata: {},
    role_descriptors: {},
    ...given,
  };
  return { kind: kindOf(key), status: statusAt(key.expiration, Date.now()), ...key };
}
