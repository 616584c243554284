import { errorStack } from '../../common/error_text.ts';
import type { LoggerFactory } from './logging.ts';

/**
 * Ends the process at an error that nobody caught, as Node does, but says so in the log and not in
 * Node's words, which would show all that the error carries.
 */
export function endAtCrash(log: LoggerFactory): void {
  process.once('uncaughtException', (error) => {
    log.get('process').fatal(`The console ends: ${errorStack(error)}`);
    process.exit(1);
  });
}
