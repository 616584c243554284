import type { Logger } from '../../server/index.ts';

/** Kibana's levels, from silence to everything. */
export const LOG_LEVELS = [
  'off',
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'all',
] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Hands out a logger per part of the console, as Kibana's does. */
export interface LoggerFactory {
  get(...path: string[]): Logger;
}

/**
 * Logs lines such as `[2026-01-31T12:00:00.000Z][WARN ][http] message`. Further lines of a message
 * are indented, so that no text from outside can pass for a line of its own.
 */
export function createLogging(level: LogLevel, write: (line: string) => void): LoggerFactory {
  const logAt = (of: LogLevel, context: string) => (message: string) => {
    if (LOG_LEVELS.indexOf(of) > LOG_LEVELS.indexOf(level)) return;
    const head = `[${new Date().toISOString()}][${of.toUpperCase().padEnd(5)}][${context}]`;
    write(`${head} ${message.replace(/\r\n|\r|\n/g, '\n  ')}\n`);
  };
  return {
    get: (...path) => {
      const context = path.join('.');
      return {
        debug: logAt('debug', context),
        info: logAt('info', context),
        warn: logAt('warn', context),
        error: logAt('error', context),
      };
    },
  };
}
