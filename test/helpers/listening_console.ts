import type { CoreSetup } from '../../server/index.ts';
import { type ConsoleInProcess, consoleInProcess } from './console_in_process.ts';

export interface ListeningConsole
  extends AsyncDisposable,
    Pick<ConsoleInProcess, 'server' | 'entries' | 'log'> {
  readonly url: string;
}

/** The console in this process on a port of its own, for what only a real connection can show. */
export async function listeningConsole(
  flags: Readonly<Record<string, string>> = {},
  setup?: (core: CoreSetup) => void,
): Promise<ListeningConsole> {
  const { server, entries, log } = consoleInProcess(flags, setup);
  await server.start();
  return {
    server,
    url: server.info.uri,
    entries,
    log,
    [Symbol.asyncDispose]: () => server.stop({ timeout: 0 }),
  };
}
