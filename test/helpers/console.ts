import { sharedElasticsearch } from './elasticsearch.ts';
import { type StartedProcess, startProcess } from './start_process.ts';

export interface TestConsole extends StartedProcess {
  readonly url: string;
}

/** The line that tells users, scripts and tests where the console is. */
export const READY = /Project API keys is ready at (http\S+)/;

/** The zip that the tests of this jest project take the plugin from, rather than from the sources. */
const { pluginZip } = globalThis as { readonly pluginZip?: string };

/** Starts the console as `npm start` does, with these arguments. */
export async function startConsole(
  args: readonly string[] = [`--elasticsearch.hosts=${sharedElasticsearch().url}`],
  env: Readonly<Record<string, string>> = {},
): Promise<TestConsole> {
  const started = await startProcess(
    [
      'standalone/main.ts',
      '--server.port=0',
      ...(pluginZip === undefined ? [] : [`--plugin=${pluginZip}`]),
      ...args,
    ],
    READY,
    env,
  );
  return { ...started, url: started.ready[1] ?? '' };
}
