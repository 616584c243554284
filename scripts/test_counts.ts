import { isJsonObject } from '../common/exact.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** `12 passed, 0 failed` */
export const summary = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;

export const addUp = (all: readonly Counts[]): Counts =>
  all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });

/**
 * What jest's `--json` report counts. A file that could not run counts as one failure, as does a run
 * that failed for any other reason (`succeeded`, by its exit code) or left no report.
 */
export function countsOfJest(report: unknown, succeeded: boolean): Counts {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = isJsonObject(report)
    ? report
    : {};
  const failed = Number(numFailedTests ?? 0) + Number(numRuntimeErrorTestSuites ?? 0);
  return {
    passed: Number(numPassedTests ?? 0),
    failed: succeeded ? failed : Math.max(failed, 1),
  };
}
