import { ecsFormat } from '@elastic/ecs-pino-format';
import { type LevelWithSilent, pino } from 'pino';
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

/** Fields of the Elastic Common Schema, nested. Never a whole request, response or error. */
export type EcsFields = Readonly<Record<string, unknown>>;

/** A logger that takes fields beside the message. */
export interface EcsLogger extends Logger {
  debug(message: string, fields?: EcsFields): void;
  info(message: string, fields?: EcsFields): void;
  warn(message: string, fields?: EcsFields): void;
  error(message: string, fields?: EcsFields): void;
  fatal(message: string, fields?: EcsFields): void;
}

/** Hands out a logger per part of the console, as Kibana's does. */
export interface LoggerFactory {
  get(...path: string[]): EcsLogger;
  /** For the audit trail, which is kept at every level but `off`. */
  readonly audit: EcsLogger;
}

/**
 * Logs one line of JSON per message, in the Elastic Common Schema. `write` takes each of them before
 * the call returns: with a synchronous one nothing is lost, however the process ends.
 */
export function createLogging(level: LogLevel, write: (line: string) => void): LoggerFactory {
  const destination = { write: (line: string) => write(escaped(line)) };
  const logger = (name: string, dataset: 'log' | 'audit'): EcsLogger => {
    const format = ecsFormat({
      serviceName: 'project-api-keys',
      eventDataset: `project_api_keys.${dataset}`,
      apmIntegration: false,
    });
    const least = dataset === 'audit' && level !== 'off' ? 'info' : pinoLevel(level);
    const log = pino({ ...format, name, level: least }, destination);
    return {
      debug: (message, fields = {}) => log.debug(fields, message),
      info: (message, fields = {}) => log.info(fields, message),
      warn: (message, fields = {}) => log.warn(fields, message),
      error: (message, fields = {}) => log.error(fields, message),
      fatal: (message, fields = {}) => log.fatal(fields, message),
    };
  };
  return {
    get: (...path) => logger(path.join('.'), 'log'),
    audit: logger('audit', 'audit'),
  };
}

function pinoLevel(level: LogLevel): LevelWithSilent {
  if (level === 'off') return 'silent';
  return level === 'all' ? 'trace' : level;
}

/** JSON leaves them as they are, but some terminals obey the first ones, and others hide or turn text. */
const OBEYED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (json: string): string =>
  json.replace(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
