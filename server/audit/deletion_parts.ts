import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import { failure, SUCCESS } from './audit_event.ts';
import type { AuditedPart } from './audited.ts';

/** What became of keys that were to be deleted: one part for all that share the outcome and its reason. */
export function deletionParts(result: DeleteResult): readonly AuditedPart[] {
  const { deleted, already_deleted, not_found, failed } = result;
  const byReason = Map.groupBy(failed, ({ reason }) => reason);
  const parts: AuditedPart[] = [
    { result: SUCCESS, key_ids: deleted },
    { result: failure('They had been deleted before', 409), key_ids: already_deleted },
    { result: failure('There are no such keys that this user may see', 404), key_ids: not_found },
    ...[...byReason].map(([reason, keys]) => ({
      result: failure(reason),
      key_ids: keys.map(({ id }) => id),
    })),
  ];
  return parts.filter(({ key_ids = [] }) => key_ids.length > 0);
}
