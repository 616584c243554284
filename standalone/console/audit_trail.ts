import type { Request } from '@hapi/hapi';
import type { AuditEvent, AuditLogger } from '../../server/index.ts';
import { requestFields } from './http/request_fields.ts';
import type { EcsLogger } from './logging.ts';

/** What has been done with credentials, and by whom: one line of the log for each. */
export interface AuditTrail {
  /** For what this request asks for. */
  of(request: Request): AuditLogger;
  /** For what nobody has just asked for. */
  readonly withoutRequest: AuditLogger;
}

/** Kibana's audit service over the log of the console. */
export function createAuditTrail(log: EcsLogger): AuditTrail {
  const entry = ({ message, event, ...fields }: AuditEvent, who: object) =>
    log.info(message, { ...who, ...fields, event: { kind: 'event', ...event } });
  return {
    of: (request) => ({ log: (event) => entry(event, requestFields(request)) }),
    withoutRequest: { log: (event) => entry(event, {}) },
  };
}
