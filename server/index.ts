import type { Plugin, PluginInitializerContext } from './kibana.ts';
import { ProjectApiKeysPlugin } from './plugin.ts';

export { config } from './config_schema.ts';
export type * from './kibana.ts';
export type * from './kibana_audit.ts';
export type * from './kibana_background.ts';
export type * from './managed_keys/managed_key.ts';
export type { ProjectApiKeysContract } from './plugin.ts';

/** The server plugin's entry point, as Kibana calls it. */
export const plugin = (context: PluginInitializerContext): Plugin =>
  new ProjectApiKeysPlugin(context);
