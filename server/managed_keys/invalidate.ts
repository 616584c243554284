import type { estypes } from '@elastic/elasticsearch';
import { failure, SUCCESS } from '../audit/audit_event.ts';
import { type AuditedPart, audited } from '../audit/audited.ts';
import { deletionParts } from '../audit/deletion_parts.ts';
import { invalidateKeys } from '../elasticsearch/key_requests.ts';
import type { BackgroundServices } from '../host/background_services.ts';

type Keys = { readonly ids: string[] } | { readonly name: string };

interface Invalidation {
  readonly invalidated: readonly string[];
  /** Why the key of this id, or name, is still good; `undefined` for one that is not. */
  readonly reasonFor: (key: string) => string | undefined;
}

/** Invalidates keys as the host's own user, and tells the audit trail. @throws errors of the client */
export function invalidate(
  { audit, asInternalUser }: BackgroundServices,
  keys: Keys,
): Promise<Invalidation> {
  const operation = {
    log: audit.withoutRequest,
    name: 'managed_key_delete' as const,
    subject: 'ids' in keys ? { key_ids: keys.ids } : { key_name: keys.name },
    parts: (done: Invalidation) => partsOf(done, keys),
  };
  return audited(operation, async () => {
    const answer = await invalidateKeys(asInternalUser, keys);
    return { invalidated: answer.invalidated_api_keys, reasonFor: reasons(answer) };
  });
}

function partsOf({ invalidated, reasonFor }: Invalidation, keys: Keys): readonly AuditedPart[] {
  if ('name' in keys) {
    const reason = reasonFor(keys.name);
    return [
      reason === undefined
        ? { result: SUCCESS, key_ids: invalidated }
        : { result: failure(reason) },
    ];
  }
  const failed = keys.ids.flatMap((id) => {
    const reason = reasonFor(id);
    return reason === undefined ? [] : { id, reason };
  });
  return deletionParts({ deleted: invalidated, already_deleted: [], not_found: [], failed });
}

/** What Elasticsearch says nothing about, it does not know any more. */
function reasons(answer: estypes.SecurityInvalidateApiKeyResponse): Invalidation['reasonFor'] {
  const { invalidated_api_keys, previously_invalidated_api_keys, error_details = [] } = answer;
  const gone = new Set([...invalidated_api_keys, ...previously_invalidated_api_keys]);
  const texts = error_details.flatMap(({ reason, caused_by }) => caused_by?.reason ?? reason ?? []);
  return (key) =>
    answer.error_count === 0 || gone.has(key)
      ? undefined
      : (texts.find((text) => text.includes(`[${key}]`)) ??
        texts[0] ??
        'Elasticsearch gave no reason');
}
