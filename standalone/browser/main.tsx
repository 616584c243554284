import { basePathOf, isWithin } from './core/base_path.ts';
import { createColorMode } from './core/color_mode.ts';
import { showIconsAtOnce } from './icons.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('The document has no #root');

const basePath = basePathOf(document);
const host = { element, basePath, colorMode: createColorMode(window) };
showIconsAtOnce();

if (isWithin(`${basePath}/login`, window.location.pathname)) {
  const { openLogin } = await import('./login/open_login.tsx');
  openLogin(host);
} else {
  const { openShell } = await import('./shell/open_shell.tsx');
  await openShell(host);
}
