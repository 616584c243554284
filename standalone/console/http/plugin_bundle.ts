import type { Server } from '@hapi/hapi';
import { filesUnder, serveFiles } from './assets.ts';

/** Browser code of a plugin that was built on its own, for Kibana. */
export interface PluginBundle {
  readonly id: string;
  /** Changes with the code. */
  readonly version: string;
  /** The folder with `<id>.plugin.js` and the chunks it loads. */
  readonly dir: string;
}

/** Where Kibana serves it, below the base path. */
export const bundlePath = ({ id, version }: PluginBundle): string =>
  `/bundles/plugin/${id}/${version}`;

/** Serves the bundle as Kibana does: without authentication, and to be kept for a year. */
export const servePluginBundle = (server: Server, bundle: PluginBundle): void =>
  serveFiles(server, bundlePath(bundle), { dir: bundle.dir, files: filesUnder(bundle.dir) });
