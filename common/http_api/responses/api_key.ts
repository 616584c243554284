import * as t from 'io-ts';
import { type ApiKey, KINDS, STATUSES } from '../../api_key.ts';
import { exact, oneOf, record } from '../../exact.ts';
import { JsonObject } from '../../json.ts';
import type { RoleDescriptors } from '../../role_descriptors.ts';
import { described, Time } from './fields.ts';

/** As Elasticsearch keeps them: a newer version may have more fields than those that are sent to it. */
export const KeptRoleDescriptors = described(
  'role name → role descriptor of Elasticsearch; an empty object: what the owner may do',
  record(t.string, JsonObject),
) as t.Type<RoleDescriptors, unknown>;

/** Elasticsearch's own description of a key, of which a newer version may have more fields. */
export const ApiKeyBody: t.Type<ApiKey, unknown> = t.intersection([
  t.type({
    id: t.string,
    name: described('the name; null for some keys of old versions', t.union([t.string, t.null])),
    type: oneOf(['rest', 'cross_cluster']),
    creation: Time,
    username: t.string,
    realm: t.string,
    metadata: JsonObject,
    kind: described('who the key is for', oneOf(KINDS)),
    status: described('expiring_soon: within 14 days', oneOf(STATUSES)),
  }),
  t.partial({
    expiration: Time,
    realm_type: t.string,
    role_descriptors: KeptRoleDescriptors,
    limited_by: described(
      'the owner’s privileges when the key was made or last updated; only when asked for',
      t.readonlyArray(KeptRoleDescriptors),
    ),
    access: described('of a cross-cluster key', t.unknown),
    certificate_identity: t.string,
    profile_uid: t.string,
  }),
]);

/** One key. */
export const FoundKey = exact({ key: ApiKeyBody }, {});
export type FoundKey = t.TypeOf<typeof FoundKey>;
