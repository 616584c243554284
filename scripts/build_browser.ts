import path from 'node:path';
import { buildBrowser } from './browser_bundle.ts';

export type { BrowserForm } from './browser_bundle.ts';
export { buildBrowser };

// `node scripts/build_browser.ts [--development]`
if (import.meta.main) {
  await buildBrowser({
    root: path.resolve(import.meta.dirname, '..'),
    mode: process.argv.includes('--development') ? 'development' : 'production',
    form: 'page',
  });
}
