import { wasNeverSent } from '../../common/elasticsearch_failure.ts';
import type { AuditEvent, AuditOutcome, AuditSubject } from '../kibana_audit.ts';
import { ManagedKeyError } from '../managed_keys/managed_key.ts';
import { type Failure, failureOf } from '../routes/request_error.ts';
import { changesSomething, OPERATIONS, type OperationName } from './operations.ts';

/** How an operation ended, and why where it is no success. */
export interface AuditResult {
  readonly outcome: AuditOutcome;
  readonly error?: NonNullable<AuditEvent['error']>;
}

export const SUCCESS: AuditResult = { outcome: 'success' };

/** Nothing was done; `statusCode` as HTTP has them. */
export const failure = (reason: string, statusCode?: number): AuditResult => ({
  outcome: 'failure',
  error: {
    message: reason.slice(0, MOST_OF_A_REASON),
    ...(statusCode !== undefined && { code: String(statusCode) }),
  },
});

/** Elasticsearch may quote much of what it was sent. */
const MOST_OF_A_REASON = 1000;

/**
 * How an operation ended that threw this. Of a change that nobody answered for, or that was cut off
 * by a bug of ours, it is not known whether it was done.
 */
export function resultOf(name: OperationName, error: unknown): AuditResult {
  const known = knownFailure(error);
  const { statusCode, message } = known ?? UNEXPECTED;
  const wasNotDone = wasNeverSent(error) || known?.attributes?.outcome === 'failure';
  const isOpen = statusCode >= 500 && !wasNotDone && changesSomething(name);
  return { ...failure(message, statusCode), ...(isOpen && { outcome: 'unknown' }) };
}

/** Without a managed key nothing has been done. */
const knownFailure = (error: unknown): Failure | undefined =>
  error instanceof ManagedKeyError ? { statusCode: 403, message: error.message } : failureOf(error);

/** A bug's own message may hold anything. */
const UNEXPECTED = {
  statusCode: 500,
  message: 'It failed unexpectedly: see the log of the server.',
};

/** The entry of the audit trail for what was done, or tried. */
export function auditEvent(
  name: OperationName,
  result: AuditResult,
  subject: AuditSubject,
): AuditEvent {
  const { title, category, type } = OPERATIONS[name];
  const { outcome } = result;
  return {
    message: `${title}: ${outcome}`,
    event: { action: `project_api_key_${name}`, category: [category], type: [type], outcome },
    ...(result.error && { error: result.error }),
    project_api_keys: subject,
  };
}
