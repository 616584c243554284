import { describe, expect, it } from '@jest/globals';
import { BoxError } from './box_error.ts';
import type { RunningNode } from './start_node.ts';
import { superviseNode } from './supervise.ts';

/** A node that dies when told to. */
function mortal(url: string): RunningNode & { die(): void; readonly stopped: boolean } {
  const { promise: ended, resolve } = Promise.withResolvers<Awaited<RunningNode['ended']>>();
  let stopped = false;
  return {
    url,
    password: 'secret',
    passwordIsNew: false,
    dataFolder: '',
    pid: 1,
    ended,
    die: () => resolve({ code: 137, signal: null, lastLines: ['java.lang.OutOfMemoryError'] }),
    async stop() {
      stopped = true;
      resolve({ code: 0, signal: null, lastLines: [] });
    },
    get stopped() {
      return stopped;
    },
  };
}

describe('supervising a node', () => {
  it('starts it again in the place of the one that died', async () => {
    const [first, second] = [mortal('http://first'), mortal('http://second')];
    const lines: string[] = [];
    const previous: unknown[] = [];
    const back = Promise.withResolvers<void>();
    const node = await superviseNode({
      async start(died) {
        previous.push(died);
        return died === undefined ? first : second;
      },
      onProgress: (line) => {
        lines.push(line);
        if (line.startsWith('Elasticsearch is back')) back.resolve();
      },
    });
    first.die();
    await back.promise;
    expect(previous).toEqual([undefined, first]);
    expect(lines).toEqual([
      'Elasticsearch died with code 137:\njava.lang.OutOfMemoryError',
      'It is started again in 1 s.',
      'Elasticsearch is back at http://second',
    ]);
    await node.stop();
    expect(second.stopped).toBe(true);
  });

  it('gives up at the third death, with what was said last', async () => {
    const first = mortal('http://first');
    const node = await superviseNode({
      start: async (died) => {
        if (died === undefined) return first;
        throw new BoxError('The disk is full.');
      },
      onProgress: () => {},
    });
    first.die();
    expect(await node.givenUp).toEqual(
      new BoxError('Elasticsearch keeps dying, the last time as it was started: The disk is full.'),
    );
  });

  it('does not start it again once it was stopped', async () => {
    const first = mortal('http://first');
    let starts = 0;
    const died = Promise.withResolvers<void>();
    const node = await superviseNode({
      start: async () => {
        starts += 1;
        return first;
      },
      onProgress: () => died.resolve(),
    });
    first.die();
    await died.promise;
    await node.stop();
    expect(starts).toBe(1);
  });

  it('fails as the first start does', async () => {
    const start = () => Promise.reject(new BoxError('No Java.'));
    await expect(superviseNode({ start, onProgress: () => {} })).rejects.toThrow('No Java.');
  });
});
