import type { ApiKey } from '../../common/api_key.ts';
import { liveSuccessors } from '../elasticsearch/successors.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { RequestError } from './request_error.ts';

/** The secret of a successor is told only once, so there is nothing better to answer. */
export const rotatedAlready = (id: string, successor: string): RequestError =>
  new RequestError(
    409,
    `API key [${id}] has been rotated already: [${successor}] replaces it. To rotate it again, delete that one first.`,
  );

/** In ms. One that gives way is gone about a second later. */
const PAUSE = 250;
const LOOKS = 20;

/**
 * Returns once `mine` is the only successor of `old` that works. Of requests at the same time, each
 * looks when its own successor can be found, so all but one see another. The younger ones give way.
 * The eldest waits until they have; where one does not, it may have looked too early to see this
 * one and gone ahead.
 * @throws RequestError 409 where `mine` has to give way
 */
export async function stayOnlySuccessor(
  elasticsearch: ElasticsearchClient,
  old: ApiKey,
  mine: string,
  now: () => number,
): Promise<void> {
  for (let look = 1; ; look++) {
    const live = await liveSuccessors(elasticsearch, old, now());
    const other = live.find((id) => id !== mine);
    if (other === undefined) return;
    if (live[0] !== mine || look === LOOKS) throw rotatedAlready(old.id, other);
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}
