/** Why a file cannot be used as the zip of a plugin; the message is a finished sentence. */
export class PluginZipError extends Error {
  override readonly name = 'PluginZipError';

  constructor(file: string, cause: Error) {
    super(`--plugin expects a zip that Kibana installs, but ${file} is none: ${cause.message}`, {
      cause,
    });
  }
}
