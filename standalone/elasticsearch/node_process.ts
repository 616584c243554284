import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How the JVM ended, with the last lines that it wrote. */
export interface NodeEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly lastLines: readonly string[];
}

/** A JVM that runs, or starts, a node. */
export interface NodeProcess {
  readonly pid: number;
  /** host and port, once the node listens; `undefined` when it ended before */
  readonly address: Promise<string | undefined>;
  isRunning(): boolean;
  /** resolves when the process ends, whoever ended it */
  readonly ended: Promise<NodeEnd>;
  /** asks for a clean end, and insists after `limit` ms */
  stop(limit?: number): Promise<void>;
}

const KEPT_LINES = 60;

/**
 * Starts a JVM with the launcher. It hears of the password on stdin, and ends when stdin closes: with
 * this process at the latest. Being in a process group of its own, it is not hit by a Ctrl-C in the
 * terminal: whoever started it decides when it stops.
 */
export async function startProcess(
  java: string,
  args: readonly string[],
  password: string,
): Promise<NodeProcess> {
  const child = spawn(java, args, { stdio: 'pipe', detached: true });
  await once(child, 'spawn');
  child.stdin.on('error', () => {}); // it ended before it read: `ended` tells
  child.stdin.write(`${password}\n`);

  const lastLines: string[] = [];
  const stdout = createInterface(child.stdout);
  for (const lines of [stdout, createInterface(child.stderr)]) {
    lines.on('line', (line) => {
      lastLines.push(line);
      lastLines.splice(0, lastLines.length - KEPT_LINES);
    });
  }
  const ended = once(child, 'close').then(
    ([code, signal]): NodeEnd => ({ code, signal, lastLines }),
  );
  const listening = new Promise<string>((resolve) => {
    stdout.on('line', (line) => {
      const address = /^listening on (.+)$/.exec(line)?.[1];
      if (address !== undefined) {
        resolve(address);
      }
    });
  });
  return {
    pid: child.pid ?? 0,
    address: Promise.race([listening, ended.then(() => undefined)]),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    ended,
    async stop(limit = 30_000) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), limit);
      await ended;
      clearTimeout(timer);
    },
  };
}
