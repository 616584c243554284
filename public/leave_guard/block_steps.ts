import type { AppHistory } from '../kibana.ts';

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
const BLOCKS = new WeakMap<AppHistory, Block>();

/**
 * Does not take the steps of `history` by which `blocker` loses something, but lets it ask; of several
 * the latest. Gives the function that ends this.
 */
export function blockSteps(history: AppHistory, blocker: Blocker): () => void {
  change(history, (blockers) => [...blockers, blocker]);
  return () => change(history, (blockers) => blockers.filter((each) => each !== blocker));
}

function change(
  history: AppHistory,
  to: (blockers: readonly Blocker[]) => readonly Blocker[],
): void {
  const before = BLOCKS.get(history);
  const blockers = to(before?.blockers ?? []);
  before?.unblock();
  BLOCKS.delete(history);
  if (blockers.length > 0)
    BLOCKS.set(history, { blockers, unblock: history.block(promptOf(history, blockers)) });
}

const promptOf =
  (history: AppHistory, blockers: readonly Blocker[]): Parameters<AppHistory['block']>[0] =>
  ({ pathname }, action) => {
    const isLeaving = !isHere(history, pathname);
    // The page itself goes on with pushes and replaces, once it has what it needs.
    const blocker = blockers.findLast(
      ({ losesBy }) => isLeaving || (losesBy === 'leaving_and_back' && action === 'POP'),
    );
    if (blocker === undefined) return undefined;
    blocker.ask();
    return false;
  };

/** A prompt hears of paths as the host has them, without its base path; `history` has its own part. */
const isHere = (history: AppHistory, pathname: string): boolean =>
  history.createHref({ pathname: history.location.pathname }).endsWith(pathname);
