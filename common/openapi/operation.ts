import type * as t from 'io-ts';
import type { AnyRoute, Route } from '../http_api/route.ts';

export const TAGS = {
  keys: 'API keys: list, create, change, rotate and delete them.',
  privileges: 'What users and keys may do.',
  tasks: 'Background tasks, each with a managed key of its own.',
  api: 'This HTTP API itself.',
} as const;

/** What a request may be answered besides the statuses that any request may be answered. */
export type OtherStatus = 404 | 409;

/** A request with its answer. A test sends each to a real server. */
export interface Example {
  readonly summary: string;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly response: unknown;
}

/** What the declaration of a route does not say. */
interface Documentation<Params, Query, Body, Response> {
  /** The operationId: what generated clients call it. */
  readonly id: string;
  readonly tag: keyof typeof TAGS;
  readonly summary: string;
  readonly description?: string;
  /** What fields of the body are for, beyond what their schemas say. */
  readonly fields?: { readonly [Field in keyof Body]?: string };
  readonly response: t.Type<Response, unknown>;
  /** JSON where not given. */
  readonly contentType?: 'text/csv';
  /** A 200 carries a secret. */
  readonly isSecret?: true;
  readonly otherStatuses?: readonly OtherStatus[];
  readonly examples: readonly {
    readonly summary: string;
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body;
    readonly response: Response;
  }[];
}

/** A route with its documentation. */
export interface Operation
  extends Omit<Documentation<object, object, object, never>, 'response' | 'examples' | 'fields'> {
  readonly route: AnyRoute;
  readonly response: t.Mixed;
  readonly fields?: Readonly<Record<string, string | undefined>>;
  readonly examples: readonly Example[];
}

/** Documents a route; its answers' schema and its examples must be of its types. */
export const operation = <Params, Query, Body, Response>(
  route: Route<Params, Query, Body, Response>,
  documentation: Documentation<Params, Query, Body, Response>,
): Operation => ({ route, ...documentation });
