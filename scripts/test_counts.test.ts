import { describe, expect, it } from '@jest/globals';
import { addUp, countsOfJest, summary } from './test_counts.ts';

describe('the sum of all runners', () => {
  it('is one line that CI can read', () => {
    expect(
      summary(
        addUp([
          { passed: 3, failed: 0 },
          { passed: 4, failed: 1 },
        ]),
      ),
    ).toBe('7 passed, 1 failed');
  });

  const report = { numPassedTests: 5, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

  it.each([
    ['a green run', report, true, { passed: 5, failed: 0 }],
    ['failing tests', { ...report, numFailedTests: 2 }, false, { passed: 5, failed: 2 }],
    [
      'a file that cannot run',
      { ...report, numRuntimeErrorTestSuites: 1 },
      false,
      { passed: 5, failed: 1 },
    ],
    ['a run that fails though its tests pass', report, false, { passed: 5, failed: 1 }],
    ['a run without a report', undefined, false, { passed: 0, failed: 1 }],
  ])('counts %s', (_case, jestReport, succeeded, expected) => {
    expect(countsOfJest(jestReport, succeeded)).toEqual(expected);
  });
});
