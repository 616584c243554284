import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilAuthenticated } from './authenticate.ts';
import { addBooks } from './books.ts';
import type { Jdk } from './find_jdk.ts';
import { javaArguments } from './java_command.ts';
import { startProcess } from './node_process.ts';
import { generatePassword } from './password.ts';
import { send } from './send.ts';

const OLDEST_MAJOR = 25;
/** For the exit that writes the cache, in ms; 13 s on 2 cores. */
const PATIENCE = 120_000;

/**
 * The JVM flags that start the node with JDK 25's AOT cache (JEP 514), which halves its start. The
 * cache is made by a training run with a data folder of its own, once for each home and JDK; where
 * that fails it is not tried again, and the node starts without.
 */
export async function aotFlags(
  jdk: Jdk,
  home: string,
  config: string,
  onProgress: (line: string) => void,
): Promise<string[]> {
  if (jdk.major < OLDEST_MAJOR) {
    return [];
  }
  const cache = join(home, `jdk-${jdk.version}.aot`);
  const failed = `${cache}.failed`;
  if (!existsSync(cache) && !existsSync(failed)) {
    onProgress('Making the cache that halves every later start: once, 20 seconds …');
    const made = `${cache}.${process.pid}`;
    try {
      await train(jdk, home, config, made);
      await rename(made, cache);
    } catch (error) {
      await rm(made, { force: true });
      await writeFile(failed, String(error));
    }
  }
  return existsSync(cache) ? [`-XX:AOTCache=${cache}`] : [];
}

/** Runs a node through its start and the commonest requests; the JVM writes the cache when it ends. */
async function train(jdk: Jdk, home: string, config: string, cache: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'elasticsearch-training-'));
  const settings = { 'path.data': data, 'path.logs': data, 'http.port': '0' };
  const aot = [`-XX:AOTCacheOutput=${cache}`];
  const password = generatePassword();
  const args = javaArguments({ home, config, settings, aot, extra: '' });
  const node = await startProcess(join(jdk.home, 'bin/java'), args, password);
  try {
    const verdict = await untilAuthenticated(node, [password], 'http');
    if (verdict.outcome === 'authenticated') {
      await rehearse(verdict.url, password);
    }
  } finally {
    await node.stop(PATIENCE);
    await rm(data, { recursive: true, force: true });
  }
  const { signal, lastLines } = await node.ended;
  if (signal !== null) {
    throw new Error(`killed by ${signal}: ${lastLines.join('\n')}`);
  }
}

async function rehearse(url: string, password: string): Promise<void> {
  await addBooks(url, password);
  await send({ url, password, method: 'POST', path: '/_security/api_key', body: { name: 'key' } });
  const query = {
    sort: [{ creation: { order: 'desc' } }],
    aggs: { owners: { terms: { field: 'username' } } },
  };
  await send({ url, password, method: 'POST', path: '/_security/_query/api_key', body: query });
}
