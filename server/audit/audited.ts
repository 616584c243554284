import type { AuditLogger, AuditService, AuditSubject } from '../kibana_audit.ts';
import { type AuditResult, auditEvent, resultOf, SUCCESS } from './audit_event.ts';
import type { OperationName } from './operations.ts';

/** What became of one part of an operation. */
export interface AuditedPart extends AuditSubject {
  readonly result: AuditResult;
}

interface AuditedOperation<T> {
  readonly log: AuditLogger;
  readonly name: OperationName;
  /** What is known before it is done. */
  readonly subject: AuditSubject;
  /** What is known afterwards: one event each, and one of success where there is none. */
  readonly parts?: ((done: T) => readonly AuditedPart[]) | undefined;
}

/** Does it, and tells the audit trail how that ended. @throws what `act` does */
export async function audited<T>(
  { log, name, subject, parts = () => [] }: AuditedOperation<T>,
  act: () => Promise<T>,
): Promise<T> {
  const tell = ({ result, ...more }: AuditedPart) =>
    log.log(auditEvent(name, result, { ...subject, ...more }));
  const done = await act().catch((error: unknown) => {
    tell({ result: resultOf(name, error) });
    throw error;
  });
  const told = parts(done);
  for (const part of told.length > 0 ? told : [{ result: SUCCESS }]) tell(part);
  return done;
}

const SILENT: AuditLogger = { log() {} };

/** For a host without an audit trail. */
export const NO_AUDIT: AuditService<unknown> = { asScoped: () => SILENT, withoutRequest: SILENT };
