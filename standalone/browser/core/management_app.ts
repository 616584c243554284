import type { CoreStart, ManagementApp, Plugin } from '../../../public/index.ts';

/** Sets up and starts the plugin. Throws unless it registers a management app. */
export function startPlugin(plugin: Plugin, core: CoreStart): ManagementApp {
  const registered: ManagementApp[] = [];
  const registerApp = (app: ManagementApp) => registered.push(app);
  plugin.setup(
    { getStartServices: async () => [core] },
    { management: { sections: { section: { security: { registerApp } } } } },
  );
  plugin.start(core);
  const [app] = registered;
  if (app === undefined) throw new Error('The plugin registered no management app');
  return app;
}
