/**
 * The slice of Kibana's audit service that is used here, as structural types. A host may do without.
 * Facts from Kibana 9.1 to 9.5.
 */

export type AuditOutcome = 'success' | 'failure' | 'unknown';

/**
 * One entry of the audit trail, in the Elastic Common Schema. The host adds who asked, from where,
 * and the id of the request.
 * @see https://www.elastic.co/docs/reference/ecs/ecs-event
 */
export interface AuditEvent {
  readonly message: string;
  readonly event: {
    readonly action: string;
    readonly category: readonly string[];
    readonly type: readonly string[];
    readonly outcome: AuditOutcome;
  };
  /** Only where the host cannot know: before somebody is signed in, and in the background. */
  readonly user?: { readonly name: string; readonly realm?: string };
  /** Why it is no success; `code` is an HTTP status, where there is one. */
  readonly error?: { readonly message: string; readonly code?: string };
  readonly project_api_keys?: AuditSubject;
}

/** What an event is about. Never a secret. */
export interface AuditSubject {
  /** Of a rotation: the old key, then the new one. */
  readonly key_ids?: readonly string[];
  readonly key_name?: string;
  readonly task_id?: string;
  /** Which keys were asked for, as JSON. */
  readonly filter?: string;
}

export interface AuditLogger {
  log(event: AuditEvent): void;
}

export interface AuditService<Request> {
  asScoped(request: Request): AuditLogger;
  /** For what nobody has just asked for. */
  readonly withoutRequest: AuditLogger;
}
