import type { Plugin } from './kibana.ts';
import { ProjectApiKeysPlugin } from './plugin.ts';

export type * from './kibana.ts';

/** The browser plugin's entry point, as Kibana calls it. */
export const plugin = (): Plugin => new ProjectApiKeysPlugin();
