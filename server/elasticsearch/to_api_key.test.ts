import type { estypes } from '@elastic/elasticsearch';
import { expect, it } from '@jest/globals';
import { toApiKey } from './to_api_key.ts';

const described = (fields: object) => fields as estypes.SecurityApiKey;

it('a key is given as Elasticsearch describes it, with kind and status', () => {
  const key = {
    id: 'k1',
    name: 'k',
    type: 'rest',
    creation: 1,
    expiration: 100,
    username: 'ann',
    realm: 'native1',
    realm_type: 'native',
    metadata: { managed: true },
    role_descriptors: {},
    profile_uid: 'u_1',
  };
  expect(toApiKey(described({ ...key, invalidated: false, _sort: ['1'] }), 99)).toEqual({
    ...key,
    kind: 'managed',
    status: 'expiring_soon',
  });
});

it.each([[{ name: null, metadata: null }], [{}]])(
  'a key of an old version with %j has no gaps but its name',
  (gaps) => {
    const found = described({ id: 'k1', creation: 1, username: 'ann', realm: 'native1', ...gaps });
    expect(toApiKey(found, 99)).toMatchObject({
      name: null,
      type: 'rest',
      metadata: {},
      kind: 'personal',
      status: 'active',
    });
  },
);
