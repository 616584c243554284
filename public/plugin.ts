import type { CoreSetup, ManagementSetup, Plugin } from './kibana.ts';

/** Adds the app to the management section "Security"; its code is downloaded when it is opened. */
export class ProjectApiKeysPlugin implements Plugin {
  setup(core: CoreSetup, plugins: { management: ManagementSetup }): void {
    plugins.management.sections.section.security.registerApp({
      id: 'project_api_keys',
      title: 'API keys',
      // Beside Kibana's own app, which is 30.
      order: 31,
      keywords: ['api key', 'credentials', 'security', 'token'],
      async mount(params) {
        const begin = async () => {
          const [{ startPage }, [coreStart]] = await Promise.all([
            import('./start_page.ts'),
            core.getStartServices(),
          ]);
          return { coreStart, page: startPage(coreStart.http, params.history.location.search) };
        };
        // The code of the page, and at the same time what it will show.
        const [{ mountApp }, { coreStart, page }] = await Promise.all([
          import('./mount_app.tsx'),
          begin(),
        ]);
        return mountApp(coreStart, params, page);
      },
    });
  }

  start(): void {}

  stop(): void {}
}
