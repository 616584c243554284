import { QueryClient } from '@tanstack/react-query';
import { type ApiClient, createApiClient } from './api/client.ts';
import { capabilitiesQuery, keyPageQuery } from './api/query_options.ts';
import { mayOpenPage } from './keys_page/permissions.ts';
import type { HttpStart } from './kibana.ts';
import { parsePageTab } from './page_tabs/page_tab.ts';
import { keyQuery } from './page_url/key_query.ts';
import { parsePageUrl } from './page_url/page_url.ts';

/** What the page asks the server with, and all that it was answered. */
export interface StartedPage {
  readonly api: ApiClient;
  readonly queryClient: QueryClient;
}

/**
 * Asks for what the view at `search`, the query of the page's address, shows: so that it is there
 * when the code that shows it is.
 */
export function startPage(http: HttpStart, search: string): StartedPage {
  const api = createApiClient(http);
  const queryClient = new QueryClient({
    // Without a network a call fails at once and says so, rather than wait for it unseen.
    defaultOptions: { queries: { retry: false, networkMode: 'always' } },
  });
  void prefetch({ api, queryClient }, search);
  return { api, queryClient };
}

async function prefetch({ api, queryClient }: StartedPage, search: string): Promise<void> {
  try {
    const capabilities = await queryClient.fetchQuery(capabilitiesQuery(api));
    if (!capabilities.enabled || !mayOpenPage(capabilities)) return;
    if (parsePageTab(search).is !== 'keys') return;
    await queryClient.prefetchQuery(keyPageQuery(api, keyQuery(parsePageUrl(search))));
  } catch {
    // The page asks again, and tells why it failed.
  }
}
