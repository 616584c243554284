import type { Plugin } from '../../public/index.ts';
import { basePathOf, isWithin } from './core/base_path.ts';
import { createColorMode } from './core/color_mode.ts';

/** Shows the login page or, to someone who is logged in, the plugin inside the management shell. */
export async function openPage(givePlugin: () => Promise<Plugin>): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The document has no #root');

  const basePath = basePathOf(document);
  const host = { element, basePath, colorMode: createColorMode(window) };
  if (isWithin(`${basePath}/login`, window.location.pathname)) {
    const { openLogin } = await import('./login/open_login.tsx');
    openLogin(host);
  } else {
    const [{ openShell }, plugin] = await Promise.all([
      import('./shell/open_shell.tsx'),
      givePlugin(),
    ]);
    await openShell(host, plugin);
  }
}
