/**
 * A setting that stops the start: unknown, invalid, contradicting another, or naming something that
 * cannot be used (a file, an address). The message names the setting and never shows a secret.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly setting: string;

  constructor(setting: string, problem: string) {
    super(`[${setting}]: ${problem}`);
    this.setting = setting;
  }
}
