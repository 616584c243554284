import { join, resolve } from 'node:path';
import { BoxError } from './box_error.ts';
import { passwordFile } from './password.ts';
import type { Settings } from './setting_arguments.ts';

/** Settings that the node in the box stands on: readiness, password and URL rely on them. */
const FIXED = [
  'xpack.security.enabled',
  'xpack.security.http.ssl.enabled',
  'discovery.type',
  'path.home',
];

/** The settings to start with, their paths absolute. */
export interface NodeSettings {
  readonly all: Settings;
  readonly dataFolder: string;
  readonly logFolder: string;
  /** that keeps the password of `elastic` */
  readonly passwordFile: string;
  readonly scheme: 'http' | 'https';
}

/**
 * Fills in where data (`data/elasticsearch` under the working folder) and logs (under the checkout's
 * `build/`) go; relative paths are relative to the working folder.
 * @throws BoxError for a setting that cannot be changed in the box
 */
export function nodeSettings(given: Settings, root: string, workingFolder: string): NodeSettings {
  refuse(given, (name) => FIXED.includes(name));
  const dataFolder = resolve(workingFolder, given['path.data'] ?? 'data/elasticsearch');
  const logFolder = resolve(
    workingFolder,
    given['path.logs'] ?? join(root, 'build/elasticsearch/logs'),
  );
  return {
    all: { ...given, 'path.data': dataFolder, 'path.logs': logFolder },
    dataFolder,
    logFolder,
    passwordFile: passwordFile(dataFolder),
    scheme: 'http',
  };
}

/** @throws BoxError for the first of the given settings that `isFixed` in the box */
export function refuse(given: Settings, isFixed: (name: string) => boolean): void {
  const fixed = Object.keys(given).find(isFixed);
  if (fixed !== undefined) {
    throw new BoxError(
      `${fixed} cannot be changed for the Elasticsearch in the box; use a cluster of your own with elasticsearch.hosts.`,
    );
  }
}
