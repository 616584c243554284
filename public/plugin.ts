import type { CoreSetup, ManagementAppMountParams, ManagementSetup, Plugin } from './kibana.ts';
import { pageHistory } from './page_history.ts';

/** Adds the app to the management section "Security"; its code is downloaded when it is opened. */
export class ProjectApiKeysPlugin implements Plugin {
  setup(core: CoreSetup, plugins: { management: ManagementSetup }): void {
    plugins.management.sections.section.security.registerApp({
      id: 'project_api_keys',
      title: 'API keys',
      // Beside Kibana's own app, which is 30.
      order: 31,
      keywords: ['api key', 'credentials', 'security', 'token'],
      mount: (params) => mount(core, params),
    });
  }

  start(): void {}

  stop(): void {}
}

async function mount(core: CoreSetup, params: ManagementAppMountParams): Promise<() => void> {
  const history = pageHistory(params.history);
  const begin = async () => {
    const [{ startPage }, [coreStart]] = await Promise.all([
      import('./start_page.ts'),
      core.getStartServices(),
    ]);
    return { coreStart, page: startPage(coreStart.http, history.search) };
  };
  // The code of the page, and at the same time what it will show.
  const [{ mountApp }, { coreStart, page }] = await Promise.all([
    import('./mount_app.tsx'),
    begin(),
  ]);
  // Kibana unmounts nothing that was left before it was mounted.
  if (!params.element.isConnected) return () => {};
  return mountApp(coreStart, { ...params, history }, page);
}
