import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * The Chromium that the browser tests drive: `CHROMIUM_PATH`, else the system's, else one that is
 * installed now. Throws a sentence that says what to do where there is none.
 */
export function findOrInstallChromium(env: NodeJS.ProcessEnv): string {
  const given = env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which is not a program that can be run`);
  }
  const found = onThisSystem(env) ?? (install() ? onThisSystem(env) : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium, and none could be found or installed: ' +
      'install it, or set CHROMIUM_PATH to the program',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onThisSystem = (env: NodeJS.ProcessEnv): string | undefined =>
  [
    ...(env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name))),
    MAC,
    chromium.executablePath(),
  ].find(isExecutable);

/** Debian's own where this is root on Debian, else the one that Playwright downloads. */
function install(): boolean {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  return isDebianRoot
    ? run('apt-get', 'update') && run('apt-get', 'install', '-y', 'chromium')
    : run('npx', 'playwright-core', 'install', 'chromium');
}

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit' }).status === 0;
