import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { recordData, recordWritten, rememberSettings } from './canary.ts';

/** A program of ours that runs as a user would run it. */
export interface StartedProcess {
  readonly pid: number;
  /** What the line that was waited for said. */
  readonly ready: RegExpExecArray;
  /** All that it has written so far. */
  output(): string;
  /** Resolves with the exit code when it has ended, `null` after a signal. */
  readonly ended: Promise<number | null>;
  /** Asks it to end (SIGTERM unless told otherwise) and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts `node <args>` from the checkout and waits for a line like `ready`. Rejects with all of its
 * output where it ends before that.
 */
export async function startProcess(
  args: readonly string[],
  ready: RegExp,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedProcess> {
  rememberSettings(args);
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    recordData(args);
    return code as number | null;
  });
  let output = '';
  child.once('close', () => recordWritten('output', output));
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    const read = (chunk: string) => {
      output += chunk;
      const found = ready.exec(output);
      if (found !== null) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    ended.then((code) => reject(new Error(`${args.join(' ')} ended with ${code}:\n${output}`)));
  });
  return {
    pid: child.pid ?? 0,
    ready: match,
    output: () => output,
    ended,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

/** Runs `node <args>` from the checkout; the test goes on serving its own connections meanwhile. */
export async function runToEnd(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  rememberSettings(args);
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  recordWritten('output', stdout + stderr);
  return { status: status as number | null, stdout, stderr };
}
