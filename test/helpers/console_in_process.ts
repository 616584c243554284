import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Server } from '@hapi/hapi';
import type { CoreSetup } from '../../server/index.ts';
import { createConsole } from '../../standalone/console/create_console.ts';
import { createLogging } from '../../standalone/console/logging.ts';
import type { Settings } from '../../standalone/console/settings/known_settings.ts';
import { loadSettings } from '../../standalone/console/settings/load_settings.ts';
import { isComplaint, type LogEntry, logEntries } from './log_entries.ts';

/** Where nothing listens. */
const NOWHERE = 'http://127.0.0.1:9';

/** Settings as the command line would give them. */
export function settingsOf(flags: Readonly<Record<string, string>> = {}): Settings {
  const argv = Object.entries({
    'elasticsearch.hosts': NOWHERE,
    'server.port': '0',
    ...flags,
  }).map(([key, value]) => `--${key}=${value}`);
  const invocation = loadSettings({ argv, env: {}, readFile: () => '' });
  if (invocation.kind === 'help') throw new Error('asked for help');
  return invocation.settings;
}

/** The built browser code, as small as it gets, in a folder that goes with the test. */
export function builtAssets(): { readonly dir: string } & Disposable {
  const dir = mkdtempSync(join(tmpdir(), 'assets-'));
  const script = 'export {};\n';
  const files = {
    'manifest.json': '{"entry": "main-ABC123.js"}',
    'main-ABC123.js': script,
    'main-ABC123.js.gz': gzipSync(script),
    'chunks/editor-DEF456.js': script,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true }) };
}

export interface ConsoleInProcess {
  readonly server: Server;
  readonly settings: Settings;
  /** All that it has logged so far. */
  readonly entries: readonly LogEntry[];
  /** The lines of warnings and errors among it. */
  readonly log: readonly string[];
}

/** The console with these settings and, in place of the plugin, whatever `setup` registers. */
export function consoleInProcess(
  flags: Readonly<Record<string, string>> = {},
  setup: (core: CoreSetup) => void = () => {},
): ConsoleInProcess {
  const entries: LogEntry[] = [];
  const log: string[] = [];
  const settings = settingsOf(flags);
  using assets = builtAssets();
  const { server } = createConsole({
    settings,
    assets,
    log: createLogging('all', (line) => {
      const [entry] = logEntries(line);
      if (entry === undefined) return;
      entries.push(entry);
      if (isComplaint(entry)) log.push(line);
    }),
    plugin: () => ({ setup, start() {}, stop() {} }),
  });
  return { server, settings, entries, log };
}
