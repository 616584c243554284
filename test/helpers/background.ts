import { Secret } from '../../common/secret.ts';
import { createBackgroundServices } from '../../standalone/console/background.ts';
import {
  createElasticsearch,
  type Elasticsearch,
} from '../../standalone/console/elasticsearch/client.ts';
import { createLogging } from '../../standalone/console/logging.ts';
import { settingsOf } from './console_in_process.ts';
import { sharedElasticsearch } from './elasticsearch.ts';

interface Given {
  /** One of the test's own. */
  readonly index: string;
  readonly encryptionKey?: string;
  readonly leaseMs?: number;
  readonly onLog?: (line: string) => void;
}

export type TestBackground = ReturnType<typeof createBackgroundServices> & {
  readonly elasticsearch: Elasticsearch;
};

/** A console's services for background tasks over the shared Elasticsearch, as its superuser. */
export function testBackground(given: Given): TestBackground {
  const { url, password } = sharedElasticsearch();
  const settings = settingsOf({
    'elasticsearch.hosts': url,
    'elasticsearch.username': 'elastic',
    'elasticsearch.password': password,
  });
  const log = createLogging('all', given.onLog ?? (() => {}));
  const elasticsearch = createElasticsearch(settings, log.get('elasticsearch'));
  const background = createBackgroundServices({
    settings,
    elasticsearch,
    log,
    leaseMs: 30_000,
    ...given,
    encryptionKey: new Secret(given.encryptionKey ?? 'x'.repeat(32)),
  });
  return { ...background, elasticsearch };
}
