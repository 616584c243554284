import type { Plugin, PluginInitializerContext } from './kibana.ts';
import { ProjectApiKeysPlugin } from './plugin.ts';

export type * from './kibana.ts';

/** The server plugin's entry point, as Kibana calls it. */
export const plugin = (_context: PluginInitializerContext): Plugin => new ProjectApiKeysPlugin();
