import { createBrowserHistory } from 'history';
import React from 'react';
import { createRoot } from 'react-dom/client';
import type { Plugin } from '../../../public/index.ts';
import { createCoreStart } from '../core/core_start.tsx';
import type { Host } from '../core/host.ts';
import { createHttp } from '../core/http.ts';
import { startPlugin } from '../core/management_app.ts';
import { DocumentTheme } from '../core/theme.tsx';
import { createToasts } from '../core/toasts.ts';
import { loginHref } from '../login/notice.ts';
import { fetchCurrentUser } from './current_user.ts';
import { Shell } from './shell.tsx';

/** Starts the plugin and shows it inside the management shell, to someone who is logged in. */
export async function openShell(
  { element, basePath, colorMode }: Host,
  plugin: Plugin,
): Promise<void> {
  const http = createHttp({
    basePath,
    fetch: window.fetch.bind(window),
    onUnauthorized: () => window.location.assign(loginHref(basePath, window.location)),
  });
  const { toasts, list: toastList } = createToasts();
  const core = createCoreStart({ http, toasts, colorMode });
  const app = startPlugin(plugin, core);
  const user = await fetchCurrentUser(http);
  createRoot(element).render(
    <DocumentTheme colorMode={colorMode}>
      <Shell
        app={app}
        colorMode={colorMode}
        core={core}
        history={createBrowserHistory({ basename: basePath })}
        toastList={toastList}
        user={user}
      />
    </DocumentTheme>,
  );
}
