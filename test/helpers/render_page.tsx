import { EuiProvider } from '@elastic/eui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createMemoryHistory, type MemoryHistory } from 'history';
import React, { type ReactElement } from 'react';
import { IntlProvider } from 'react-intl';
import { API_PREFIX } from '../../common/http_api/route.ts';
import { createApiClient } from '../../public/api/client.ts';
import { type AppServices, AppServicesProvider } from '../../public/app_services.ts';
import { pageHistory } from '../../public/page_history.ts';

/** One request that the page made, as a server sees it. */
export interface FakeRequest {
  readonly path: string;
  readonly body: unknown;
  readonly query?: Readonly<Record<string, string>>;
}

/** Answers of a server by `METHOD /path` below the API's prefix; one that throws is a failed call. */
export type FakeServer = Readonly<Record<string, (request: FakeRequest) => unknown>>;

/** What `http.fetch` rejects with for an answer of this status. */
export const httpFailure = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  attributes?: object,
): Error =>
  Object.assign(new Error(message), {
    response: { status, headers: new Headers(headers) },
    body: { message, attributes },
  });

interface Given extends Partial<Omit<AppServices, 'history'>> {
  readonly history?: MemoryHistory;
}

/**
 * Renders a part of the page with everything around it that it has in a host, over a server that
 * gives these answers. `requests` fills as the page calls.
 */
export function renderPage(
  ui: ReactElement,
  server: FakeServer,
  { history = createMemoryHistory(), ...services }: Given = {},
) {
  const requests: (FakeRequest & { readonly route: string })[] = [];
  const toasts: { kind: 'success' | 'warning' | 'danger'; title: string; text?: string }[] = [];
  const all: AppServices = {
    api: createApiClient({
      async fetch(fullPath, { method = 'GET', body, query } = {}) {
        const path = fullPath.slice(API_PREFIX.length);
        const request = {
          path,
          body: body === undefined ? undefined : JSON.parse(body),
          ...(query !== undefined && { query }),
        };
        const route = Object.keys(server).find((name) => matches(name, method, path));
        if (route === undefined) throw httpFailure(404, `no answer for ${method} ${path}`);
        requests.push({ ...request, route });
        return server[route]?.(request);
      },
      basePath: { prepend: (path) => path },
    }),
    toasts: {
      addSuccess: (toast) => toasts.push({ kind: 'success', ...toast }),
      addWarning: (toast) => toasts.push({ kind: 'warning', ...toast }),
      addDanger: (toast) => toasts.push({ kind: 'danger', ...toast }),
    },
    history: pageHistory(history),
    now: Date.now,
    ...services,
  };
  const view = render(
    <EuiProvider>
      <IntlProvider locale="en">
        <QueryClientProvider
          client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
        >
          <AppServicesProvider value={all}>{ui}</AppServicesProvider>
        </QueryClientProvider>
      </IntlProvider>
    </EuiProvider>,
  );
  return { ...view, requests, toasts, history };
}

/** `PUT /keys/{id}` matches `PUT` of `/keys/abc`. */
const matches = (name: string, method: string, path: string): boolean =>
  new RegExp(`^${name.replace(/\{\w+\}/g, '[^/]+')}$`).test(`${method} ${path}`);
