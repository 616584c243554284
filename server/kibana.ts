/**
 * The slice of Kibana's server contracts that this plugin uses, as structural types: Kibana's own
 * core satisfies them, and so does the standalone console. Facts from Kibana 9.1 to 9.5.
 */
import type { Client } from '@elastic/elasticsearch';
import type { RoleDescriptors } from '../common/role_descriptors.ts';
import type { AuditLogger, AuditService } from './kibana_audit.ts';
import type {
  EncryptedSavedObjectsSetup,
  EncryptedSavedObjectsStart,
  SavedObjectsSetup,
  SavedObjectsStart,
  TaskManagerSetup,
  TaskManagerStart,
} from './kibana_background.ts';

export type ElasticsearchClient = Client;

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export interface PluginInitializerContext {
  readonly logger: { get(...path: string[]): Logger };
  /** The settings below `xpack.projectApiKeys`, nested by their dots and not checked yet. */
  readonly config: { get(): unknown };
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
    readonly security?: { readonly audit: { readonly logger: AuditLogger } };
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
export interface ValidationResultFactory<T> {
  ok(value: T): ValidationResult<T>;
  /** The host puts before the message where it was: `[request body.name]: `. */
  badRequest(error: Error, path?: string[]): ValidationResult<T>;
}
/** A function validator, the form that every Kibana version accepts. */
export type RouteValidator<T> = (
  input: unknown,
  result: ValidationResultFactory<T>,
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
  readonly savedObjects?: SavedObjectsSetup;
  /** Resolves once the plugin may use what its host has started. */
  getStartServices(): Promise<readonly [CoreStart, PluginsStart, ...unknown[]]>;
}

export interface CoreStart {
  readonly elasticsearch: {
    readonly client: {
      /** Elasticsearch as the host's own user; only there where the host has one. */
      readonly asInternalUser?: ElasticsearchClient;
      /** Elasticsearch as whoever the header of a made-up request names. */
      asScoped(request: { readonly headers: { readonly authorization: string } }): {
        readonly asCurrentUser: ElasticsearchClient;
      };
    };
  };
  readonly savedObjects?: SavedObjectsStart;
  readonly security?: {
    readonly authc: { readonly apiKeys: ApiKeysService };
    readonly audit?: AuditService<KibanaRequest>;
  };
}

/** A key as the host's service gives it; `null` where API keys are disabled. */
export interface GrantedKey {
  readonly id: string;
  readonly name: string;
  readonly api_key: string;
  /** ms since epoch */
  readonly expiration?: number;
}

export interface ApiKeysService {
  /** Kibana grants with its own user on behalf of the request's; the console creates as that user. */
  grantAsInternalUser(
    request: KibanaRequest,
    key: {
      readonly name: string;
      readonly role_descriptors: RoleDescriptors;
      readonly expiration?: string;
      readonly metadata: Readonly<Record<string, unknown>>;
    },
  ): Promise<GrantedKey | null>;
}

/** Shows an app to those who hold all that one of the entries of `privileges` names. */
export interface ElasticsearchFeature {
  readonly id: string;
  /** Ids of apps by the id of their section. */
  readonly management: Readonly<Record<string, readonly string[]>>;
  readonly privileges: readonly {
    readonly requiredClusterPrivileges: readonly string[];
    /** Capabilities for the app to read. */
    readonly ui: readonly string[];
  }[];
}
export interface FeaturesSetup {
  registerElasticsearchFeature(feature: ElasticsearchFeature): void;
}

/** Other plugins that the host may have. */
export interface PluginsSetup {
  readonly features?: FeaturesSetup;
  readonly taskManager?: TaskManagerSetup;
  readonly encryptedSavedObjects?: EncryptedSavedObjectsSetup;
  /**
   * Why background tasks are off at this moment, e.g. the setting that is missing; `undefined` where
   * they are not. The console's own word.
   */
  readonly backgroundTasksUnavailable?: () => string | undefined;
}
export interface PluginsStart {
  readonly taskManager?: TaskManagerStart;
  readonly encryptedSavedObjects?: EncryptedSavedObjectsStart;
}

/** What a server plugin is to its host; what it gives back is for other plugins. */
export interface Plugin<Setup = unknown, Start = unknown> {
  setup(core: CoreSetup, plugins: PluginsSetup): Setup;
  start(core: CoreStart, plugins: PluginsStart): Start;
  stop(): void;
}
