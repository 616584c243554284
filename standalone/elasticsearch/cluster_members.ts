import type { BoxError } from './box_error.ts';
import type { SupervisedNode } from './supervise.ts';

type Members = readonly [SupervisedNode, ...SupervisedNode[]];

/**
 * All of them, or none: where one cannot start, `cancel` ends those that still wait for it, and those
 * that run are stopped. Fails as the first of them did, which is the cause.
 */
export async function allOrNone(
  [first, ...others]: readonly [Promise<SupervisedNode>, ...Promise<SupervisedNode>[]],
  cancel: () => void,
): Promise<Members> {
  try {
    return await Promise.all([first, ...others]);
  } catch (error) {
    cancel();
    const stopping = [first, ...others].map((one) => one.then((member) => member.stop()));
    await Promise.allSettled(stopping);
    throw error;
  }
}

/** Resolves when the nodes that are left are no majority; tells of each one given up before that. */
export function majorityLost(
  members: Members,
  onLoss: (index: number, reason: BoxError) => void,
): Promise<BoxError> {
  return new Promise((resolve, reject) => {
    let lost = 0;
    for (const [index, { givenUp }] of members.entries()) {
      givenUp.then((reason) => {
        lost += 1;
        if (lost * 2 < members.length) onLoss(index, reason);
        else resolve(reason);
      }, reject);
    }
  });
}
