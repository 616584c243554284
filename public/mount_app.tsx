import { EuiProvider } from '@elastic/eui';
import { QueryClientProvider } from '@tanstack/react-query';
import React, { type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { type AppServices, AppServicesProvider } from './app_services.ts';
import { KeysPage } from './keys_page/keys_page.tsx';
import type { CoreStart, ManagementAppMountParams } from './kibana.ts';
import type { PageHistory } from './page_history.ts';
import { readerLocale } from './reader_locale.ts';
import type { StartedPage } from './start_page.ts';

const TITLE = 'API keys';

/** EUI without a context of the host's, in a document that has its global styles already. */
const HostLook = ({ children }: { readonly children: ReactNode }) => (
  <EuiProvider globalStyles={false} utilityClasses={false}>
    {children}
  </EuiProvider>
);

interface Place extends Pick<ManagementAppMountParams, 'element' | 'setBreadcrumbs'> {
  readonly history: PageHistory;
}

/** Renders the app into the host's element. Gives the function that takes it away again. */
export function mountApp(
  core: CoreStart,
  { element, history, setBreadcrumbs }: Place,
  { api, queryClient }: StartedPage,
): () => void {
  setBreadcrumbs([{ text: TITLE }]);
  core.chrome.docTitle.change(TITLE);
  const services: AppServices = {
    api,
    toasts: core.notifications.toasts,
    history,
    now: Date.now,
  };
  // Kibana and the console say there which language the reader chose.
  const locale = readerLocale(document.documentElement.lang, navigator.languages);
  const app = (
    // The texts are in that language as far as react-intl knows: it would report each as missing.
    <IntlProvider locale={locale} defaultLocale={locale}>
      <QueryClientProvider client={queryClient}>
        <AppServicesProvider value={services}>
          <KeysPage />
        </AppServicesProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
  const root = createRoot(element);
  root.render(core.rendering?.addContext(app) ?? <HostLook>{app}</HostLook>);
  return () => {
    root.unmount();
    queryClient.clear();
    core.chrome.docTitle.reset();
  };
}
