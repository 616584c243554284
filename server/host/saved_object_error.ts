import { isJsonObject } from '../../common/exact.ts';

/** The HTTP status that an error of the host's saved objects or task manager stands for, if any. */
export function statusOf(error: unknown): number | undefined {
  const output = error instanceof Error && 'output' in error ? error.output : undefined;
  const status = isJsonObject(output) ? output.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** For `catch`: passes over an error with this status. */
export const ignore =
  (status: number) =>
  (error: unknown): undefined => {
    if (statusOf(error) !== status) throw error;
  };
