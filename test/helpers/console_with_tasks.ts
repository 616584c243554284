import { startConsole, type TestConsole } from './console.ts';
import { sharedElasticsearch } from './elasticsearch.ts';

/**
 * By which a console over the shared Elasticsearch has background tasks. All such consoles share one
 * index.
 */
export const taskSettings = (): Readonly<Record<string, string>> => ({
  'elasticsearch.username': 'elastic',
  'elasticsearch.password': sharedElasticsearch().password,
  'xpack.encryptedSavedObjects.encryptionKey': 'a key of the tests '.repeat(2),
});

/** A console over the shared Elasticsearch that has background tasks. */
export function startConsoleWithTasks(...flags: readonly string[]): Promise<TestConsole> {
  const settings = { 'elasticsearch.hosts': sharedElasticsearch().url, ...taskSettings() };
  const given = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  return startConsole([...given, ...flags]);
}
