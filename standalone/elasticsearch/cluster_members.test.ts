import { describe, expect, it, jest } from '@jest/globals';
import { BoxError } from './box_error.ts';
import { allOrNone, majorityLost } from './cluster_members.ts';
import type { SupervisedNode } from './supervise.ts';

function member() {
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<BoxError>();
  const stop = jest.fn(async () => {});
  return { url: '', password: '', passwordIsNew: false, dataFolder: '', givenUp, giveUp, stop };
}

describe('starting the nodes of a cluster', () => {
  it('gives all of them, in their order', async () => {
    const [first, second] = [member(), member()];
    const later = Promise.withResolvers<SupervisedNode>();
    const started = allOrNone([later.promise, Promise.resolve(second)], () => {});
    later.resolve(first);
    expect(await started).toEqual([first, second]);
  });

  it('ends those that run and those that wait where one cannot, and tells the cause', async () => {
    const [running, waiting] = [member(), Promise.withResolvers<SupervisedNode>()];
    const cause = new BoxError('Port 9201 is in use.');
    const started = allOrNone(
      [waiting.promise, Promise.resolve(running), Promise.reject(cause)],
      () => waiting.reject(new BoxError('It was ended.')),
    );
    await expect(started).rejects.toBe(cause);
    expect(running.stop).toHaveBeenCalled();
  });
});

describe('losing nodes', () => {
  const reasons = ['first', 'second', 'third'].map((text) => new BoxError(text));

  it.each([
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
  ])(
    'of %i nodes, the loss of %i ends the cluster, that of fewer is told',
    async (count, fatal) => {
      const members = [member(), ...Array.from({ length: count - 1 }, member)] as const;
      const told: unknown[] = [];
      const lost = majorityLost(members, (index, reason) => told.push([index, reason]));
      const dying = members.slice(0, fatal);
      for (const [index, { giveUp }] of dying.entries()) giveUp(reasons[index] as BoxError);
      expect(await lost).toBe(reasons[fatal - 1]);
      expect(told).toEqual(reasons.slice(0, fatal - 1).map((reason, index) => [index, reason]));
    },
  );
});
