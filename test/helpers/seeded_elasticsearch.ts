import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { loadKeys } from '../../scripts/seed/load_keys.ts';
import { basic } from './elasticsearch.ts';
import { startOwnElasticsearch } from './elasticsearch_process.ts';

export interface SeededElasticsearch {
  readonly url: string;
  /** The superuser of this node alone. */
  readonly admin: {
    readonly username: string;
    readonly password: string;
    readonly authorization: string;
  };
  stop(): Promise<void>;
}

/** A node of the test's own with so many keys of 200 owners, as `npm run seed` makes them. */
export async function startSeededElasticsearch(keys: number): Promise<SeededElasticsearch> {
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-seeded-'));
  const password = randomUUID();
  const { url, process } = await startOwnElasticsearch(data, password);
  const client = new Client({ node: url, auth: { username: 'elastic', password } });
  await loadKeys(client, {
    seed: { text: 'test', owners: 200, now: Date.now() },
    keys,
    onProgress() {},
    onWarning(line) {
      throw new Error(line);
    },
    signal: new AbortController().signal,
  });
  await client.close();
  return {
    url,
    admin: { username: 'elastic', password, authorization: basic('elastic', password) },
    async stop() {
      await process.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
