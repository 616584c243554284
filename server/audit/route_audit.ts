import type { AuditLogger, AuditSubject } from '../kibana_audit.ts';
import { type AuditedPart, audited, NO_AUDIT } from './audited.ts';
import type { OperationName } from './operations.ts';

/** What the audit trail says of a route's calls, or why it says nothing. Every route declares it. */
export type RouteAudit<Call, Answer> =
  | { readonly unaudited: string }
  | {
      readonly operation: (call: Call) => OperationName;
      /** As far as the request tells. */
      readonly subject: (call: Call) => AuditSubject;
      /** What the answer adds. */
      readonly parts?: (answer: Answer) => readonly AuditedPart[];
    };

/** For what shows no more than the list of keys does, and leaves everything as it is. */
export const READS_ONLY = { unaudited: 'It only reads, and no secret' } as const;

/** Answers a call, and tells the audit trail of it. */
export function auditedAnswer<Call, Answer>(
  audit: RouteAudit<Call, Answer>,
  call: Call,
  answer: (call: Call) => Promise<Answer>,
  log: AuditLogger = NO_AUDIT.withoutRequest,
): Promise<Answer> {
  if ('unaudited' in audit) return answer(call);
  const { operation, subject, parts } = audit;
  const told = { log, name: operation(call), subject: subject(call), parts };
  return audited(told, () => answer(call));
}
