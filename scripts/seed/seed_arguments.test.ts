import { describe, expect, it } from '@jest/globals';
import { takeSeedArguments } from './seed_arguments.ts';

describe('the arguments of a seed', () => {
  it('are taken out, the others are left', () => {
    expect(
      takeSeedArguments(['--keys', '100', '-E', 'http.port=0', '--owners=3', '--server.port=1']),
    ).toEqual({
      keys: 100,
      owners: 3,
      seed: 'seed',
      rest: ['-E', 'http.port=0', '--server.port=1'],
    });
  });

  it.each([
    [[], '[keys]: expected a number from 1 to 10000000, got nothing'],
    [['--keys'], '[keys]: expected a number from 1 to 10000000, got nothing'],
    [['--keys=many'], '[keys]: expected a number from 1 to 10000000, got many'],
    [['--keys=0'], '[keys]: expected a number from 1 to 10000000, got 0'],
    [['--keys=1', '--owners=1.5'], '[owners]: expected a number from 1 to 10000000, got 1.5'],
  ])('%j: %s', (args, message) => {
    expect(() => takeSeedArguments(args)).toThrow(message);
  });
});
