import { describe, expect, it } from '@jest/globals';
import { type NodeProcess, startProcess } from './node_process.ts';

/** Stands in for the JVM: a script with the launcher's manners. */
const start = (script: string): Promise<NodeProcess> =>
  startProcess(process.execPath, ['-e', script], 'secret');

describe('startProcess', () => {
  it('hands the password over on stdin and hears where the node listens', async () => {
    const node = await start(
      `process.stdin.once('data', (line) => console.log('noise\\nlistening on [::1]:' + String(line).trim().length))`,
    );
    expect(await node.address).toBe('[::1]:6');
    expect(node.isRunning()).toBe(true);
    await node.stop();
    expect(await node.ended).toMatchObject({ signal: 'SIGTERM' });
    expect(node.isRunning()).toBe(false);
  });

  it('tells of an end before the node listened, with its last lines', async () => {
    const node = await start(
      `for (let i = 0; i < 100; i++) console.error('line ' + i); process.exitCode = 3`,
    );
    expect(await node.address).toBeUndefined();
    const { code, lastLines } = await node.ended;
    expect(code).toBe(3);
    expect(lastLines.length).toBeLessThan(100);
    expect(lastLines.at(-1)).toBe('line 99');
  });

  it('insists when a clean end takes too long', async () => {
    const node = await start(
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('listening on x')`,
    );
    await node.address;
    await node.stop(1);
    expect(await node.ended).toMatchObject({ signal: 'SIGKILL' });
  });
});
