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
        const [{ mountApp }, [coreStart]] = await Promise.all([
          import('./mount_app.tsx'),
          core.getStartServices(),
        ]);
        return mountApp(coreStart, params);
      },
    });
  }

  start(): void {}

  stop(): void {}
}
