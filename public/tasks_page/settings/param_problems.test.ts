import { describe, expect, it } from '@jest/globals';
import { paramProblems } from './param_problems.ts';

const PARAMS = ['interval', 'before', 'webhook_url'] as const;

describe('a refusal is placed at the parameters that it names', () => {
  it.each([
    [
      '[request body.params.interval]: expected an interval, got "x"',
      { interval: 'Expected an interval, got "x"' },
    ],
    [
      '[request body.params.before.1]: expected a duration, got "y"',
      { before: 'Expected a duration, got "y"' },
    ],
    [
      '[request body.params.interval]: expected a; or b, got "x"; [request body.params.before]: expected an array, got 1',
      { interval: 'Expected a; or b, got "x"', before: 'Expected an array, got 1' },
    ],
    ['[request body.params.unknown]: expected one of the fields …', {}],
    ['[request body.enabled]: expected true or false, got 1', {}],
    ['The host is not allowed', {}],
  ])('%s', (message, problems) => {
    expect(paramProblems(message, PARAMS)).toEqual(problems);
  });
});
