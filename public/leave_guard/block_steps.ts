import type { PageHistory } from '../page_history.ts';

/** Someone who has something to lose. */
export interface Blocker {
  /** Whether a step loses it: one to another page always does, else Back and Forward do or do not. */
  readonly losesBy: 'leaving' | 'leaving_and_back';
  ask(): void;
}

interface Block {
  readonly blockers: readonly Blocker[];
  unblock(): void;
}

/** Who blocks a history, which itself takes no second prompt beside the first. */
const BLOCKS = new WeakMap<PageHistory, Block>();

/**
 * Does not take the steps of `history` by which `blocker` loses something, but lets it ask; of several
 * the latest. Gives the function that ends this.
 */
export function blockSteps(history: PageHistory, blocker: Blocker): () => void {
  change(history, (blockers) => [...blockers, blocker]);
  return () => change(history, (blockers) => blockers.filter((each) => each !== blocker));
}

function change(
  history: PageHistory,
  to: (blockers: readonly Blocker[]) => readonly Blocker[],
): void {
  const before = BLOCKS.get(history);
  const blockers = to(before?.blockers ?? []);
  before?.unblock();
  BLOCKS.delete(history);
  if (blockers.length > 0)
    BLOCKS.set(history, { blockers, unblock: history.block(promptOf(blockers)) });
}

const promptOf =
  (blockers: readonly Blocker[]): Parameters<PageHistory['block']>[0] =>
  ({ isLeaving, isBackOrForward }) => {
    // The page itself goes on with pushes and replaces, once it has what it needs.
    const blocker = blockers.findLast(
      ({ losesBy }) => isLeaving || (losesBy === 'leaving_and_back' && isBackOrForward),
    );
    blocker?.ask();
    return blocker === undefined;
  };
