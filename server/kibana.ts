/**
 * The slice of Kibana's server contracts that this plugin uses, as structural types: Kibana's own
 * core satisfies them, and so does the standalone console. Facts from Kibana 9.1 to 9.5.
 */
import type { Client } from '@elastic/elasticsearch';

export type ElasticsearchClient = Client;

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface PluginInitializerContext {
  readonly logger: { get(...path: string[]): Logger };
}

export interface KibanaRequest<Params = unknown, Query = unknown, Body = unknown> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly events: { readonly aborted$: { subscribe(next: () => void): { unsubscribe(): void } } };
}

export interface RequestHandlerContext {
  readonly core: Promise<{
    readonly elasticsearch: { readonly client: { readonly asCurrentUser: ElasticsearchClient } };
  }>;
}

export interface ResponseOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export interface CustomErrorOptions {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: {
    readonly message: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
  };
}
/** What a handler gives back; only the host looks inside. */
export interface KibanaResponse {
  readonly status: number;
  readonly payload?: unknown;
  readonly options: { readonly headers?: Readonly<Record<string, string>> };
}
export interface ResponseFactory {
  ok(options?: ResponseOptions): KibanaResponse;
  customError(options: CustomErrorOptions): KibanaResponse;
}

export interface ValidationResult<T> {
  readonly value?: T;
  readonly error?: Error;
}
/** A function validator, the form that every Kibana version accepts. */
export type RouteValidator<T> = (
  input: unknown,
  result: { ok(value: T): ValidationResult<T>; badRequest(error: Error): ValidationResult<T> },
) => ValidationResult<T>;

export interface RouteConfig<Params, Query, Body> {
  readonly path: string;
  readonly validate: {
    readonly params: RouteValidator<Params>;
    readonly query: RouteValidator<Query>;
    /** Absent on GET: without it Kibana parses no body. */
    readonly body?: RouteValidator<Body>;
  };
  readonly options: {
    readonly access: 'public' | 'internal';
    readonly body?: { readonly maxBytes: number };
  };
  readonly security: {
    readonly authz: { readonly enabled: false; readonly reason: string };
  };
}

export type RequestHandler<Params, Query, Body> = (
  context: RequestHandlerContext,
  request: KibanaRequest<Params, Query, Body>,
  response: ResponseFactory,
) => Promise<KibanaResponse>;

type Register = <Params, Query, Body>(
  config: RouteConfig<Params, Query, Body>,
  handler: RequestHandler<Params, Query, Body>,
) => void;

export interface Router {
  readonly get: Register;
  readonly post: Register;
  readonly put: Register;
}

export interface CoreSetup {
  /** `publicBaseUrl` is Kibana's setting `elasticsearch.publicBaseUrl`. */
  readonly elasticsearch: { readonly publicBaseUrl?: string };
  readonly http: { createRouter(): Router };
}

/** What a server plugin is to its host. */
export interface Plugin {
  setup(core: CoreSetup): void;
  start(): void;
  stop(): void;
}
