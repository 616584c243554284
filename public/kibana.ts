/**
 * The slice of Kibana's browser contracts that this plugin uses, as structural types: Kibana's own
 * core satisfies them, and so does the standalone shell. Facts from Kibana 9.1 to 9.5.
 */
import type { ReactElement } from 'react';

export interface HttpFetchOptions {
  readonly method?: string;
  readonly body?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** For what nobody has just asked for: it does not keep the session alive. */
  readonly asSystemRequest?: boolean;
}

/** Rejects with an error that has `response` (absent where nothing answered) and `body` for a non-2xx. */
export interface HttpStart {
  fetch(path: string, options?: HttpFetchOptions): Promise<unknown>;
  readonly basePath: { prepend(path: string): string };
}

export interface Toasts {
  addSuccess(toast: { title: string; text?: string }): unknown;
  addWarning(toast: { title: string; text?: string }): unknown;
  addDanger(toast: { title: string; text?: string }): unknown;
}

export interface CoreStart {
  readonly http: HttpStart;
  readonly notifications: { readonly toasts: Toasts };
  readonly chrome: {
    readonly docTitle: { change(title: string): void; reset(): void };
  };
  /** Kibana 9.1 and later, and the standalone shell: theme, EUI and emotion around a tree. */
  readonly rendering?: { addContext(element: ReactElement): ReactElement };
}

/**
 * `history` 4.x, scoped to the app's own base path, as Kibana's ScopedHistory is: that throws in all its
 * functions once the user has left for another app.
 */
export interface AppHistory {
  readonly location: AppLocation;
  push(location: AppLocation): void;
  replace(location: AppLocation): void;
  createHref(location: { pathname: string }): string;
  listen(listener: () => void): () => void;
  /** Asks `prompt` before every step, and does not take it where that says `false`. */
  block(
    prompt: (location: { readonly pathname: string }, action: string) => false | undefined,
  ): () => void;
}

export interface AppLocation {
  readonly pathname: string;
  readonly search: string;
}

export interface ManagementAppMountParams {
  readonly element: HTMLElement;
  readonly history: AppHistory;
  setBreadcrumbs(crumbs: { text: string; href?: string }[]): void;
}

export interface ManagementApp {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly keywords: readonly string[];
  mount(params: ManagementAppMountParams): Promise<() => void> | (() => void);
}

export interface ManagementSetup {
  readonly sections: {
    readonly section: { readonly security: { registerApp(app: ManagementApp): unknown } };
  };
}

export interface CoreSetup {
  getStartServices(): Promise<[CoreStart, ...unknown[]]>;
}

/** What a browser plugin is to its host. */
export interface Plugin {
  setup(core: CoreSetup, plugins: { management: ManagementSetup }): void;
  start(core: CoreStart): void;
  stop(): void;
}
