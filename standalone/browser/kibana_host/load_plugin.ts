import type { Plugin } from '../../../public/index.ts';
import { type Bundles, createBundles } from './bundles.ts';

/** What Kibana sets in a document before it loads plugins. */
interface KibanaGlobals {
  __kbnBundles__: Bundles;
  /** URLs that end with a slash, by plugin id. */
  __kbnPublicPath__: Readonly<Record<string, string>>;
  __kbnSharedDeps__: object;
}

/** Loads the plugin that the document names, as Kibana does, and calls its entry point. */
export async function loadPlugin(page: Window): Promise<Plugin> {
  const { pluginId = '', pluginPath = '' } = page.document.documentElement.dataset;
  const { sharedPackages } = await import('./shared_packages.ts');
  const bundles = createBundles();
  Object.assign<Window, KibanaGlobals>(page, {
    __kbnBundles__: bundles,
    __kbnPublicPath__: { [pluginId]: pluginPath },
    __kbnSharedDeps__: sharedPackages,
  });
  await loadScript(page.document, `${pluginPath}${pluginId}.plugin.js`);
  return entryPoint(bundles.get(`plugin/${pluginId}/public`))({});
}

const loadScript = (page: Document, src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = page.createElement('script');
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${src} could not be loaded`)));
    script.src = src;
    page.head.append(script);
  });

function entryPoint(exported: unknown): (context: object) => Plugin {
  const { plugin } = exported as { plugin?: unknown };
  if (typeof plugin !== 'function') throw new Error('The bundle exports no function "plugin"');
  return plugin as (context: object) => Plugin;
}
