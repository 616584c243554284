/** The page around a plugin that the console serves from its zip. */
import { loadPlugin } from './kibana_host/load_plugin.ts';
import { openPage } from './open_page.ts';

await openPage(() => loadPlugin(window));
