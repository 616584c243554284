import { createHash } from 'node:crypto';
import type { estypes } from '@elastic/elasticsearch';
import { isBoom } from '@hapi/boom';
import { errorText } from '../../../common/error_text.ts';
import type { Logger } from '../../../server/index.ts';
import { errorType } from '../elasticsearch/error_type.ts';
import type { OwnIndex } from '../own_index/own_index.ts';
import type { Time } from '../time.ts';

const TYPE = 'ended_session';

/** What of ended sessions can be searched for. */
export const ENDED_SESSION_PROPERTIES: Record<string, estypes.MappingProperty> = {
  [TYPE]: { dynamic: false, properties: { until: { type: 'date' } } },
};

/** How long an answer about a session is good for, in ms. */
const ASK_EVERY = 10_000;
/** How soon what could not be written is tried again, in ms. */
const RETRY_AFTER = 5000;
/** How many that have run out go whenever one is added: more than come, so their number falls. */
const TIDIED_AT_ONCE = 10;

interface EndedSessionsParts {
  readonly index: Pick<OwnIndex, 'get' | 'put' | 'remove' | 'search'>;
  /** Resolves once Elasticsearch knows the console's own user. */
  readonly ready: Promise<void>;
  readonly log: Logger;
  readonly time: Time;
}

/**
 * The sessions that were ended on any console, in the console's own index. It is read at most every
 * ten seconds for one session: so long, at most, does another console go on with it, and a console
 * that has just started not at all. By their hashes, so that the index tells no session's id.
 */
export class EndedSessions {
  readonly #parts: EndedSessionsParts;
  /** The session that was asked for the longest ago comes first. */
  readonly #answers = new Map<string, { readonly at: number; readonly answer: Promise<boolean> }>();
  /** Document id → `until`. */
  readonly #unwritten = new Map<string, number>();
  #isRetrying = false;
  #problem: string | undefined;

  constructor(parts: EndedSessionsParts) {
    this.#parts = parts;
  }

  /**
   * Whether this session was ended. Rejects with errors of the client where Elasticsearch cannot
   * tell; where it refuses the console's own user, every console is on its own.
   */
  has(sessionId: string): Promise<boolean> {
    const now = this.#parts.time.elapsed();
    for (const [id, { at }] of this.#answers) {
      if (now - at < ASK_EVERY) break;
      this.#answers.delete(id);
    }
    const known = this.#answers.get(sessionId);
    if (known !== undefined) return known.answer;
    const answer = this.#ask(documentId(sessionId));
    this.#answers.set(sessionId, { at: now, answer });
    answer.catch(() => this.#answers.delete(sessionId));
    return answer;
  }

  /** Tells the other consoles, now or as soon as that works. `until` is when its last copy runs out. */
  async add(sessionId: string, until: number): Promise<void> {
    this.#unwritten.set(documentId(sessionId), until);
    try {
      await this.#writeAll();
      this.#tidy().catch(() => {});
    } catch (error) {
      this.#warn(error);
      void this.#retry();
    }
  }

  async #ask(id: string): Promise<boolean> {
    const { index, ready } = this.#parts;
    await ready;
    try {
      return (await index.get(id)) !== undefined;
    } catch (error) {
      if (errorType(error) === 'index_not_found_exception') return false;
      if (!isBoom(error)) throw error;
      this.#warn(error);
      return false;
    }
  }

  async #writeAll(): Promise<void> {
    const { index, ready, time } = this.#parts;
    await ready;
    for (const [id, until] of this.#unwritten) {
      const document = { type: TYPE, [TYPE]: { until } };
      if (until > time.now()) await index.put(id, document, 'any', { searchable: false });
      this.#unwritten.delete(id);
    }
    this.#problem = undefined;
  }

  async #retry(): Promise<void> {
    if (this.#isRetrying) return;
    this.#isRetrying = true;
    while (this.#unwritten.size > 0) {
      await this.#parts.time.sleep(RETRY_AFTER, NEVER);
      await this.#writeAll().catch(() => {});
    }
    this.#isRetrying = false;
  }

  async #tidy(): Promise<void> {
    const { index, time } = this.#parts;
    const { found } = await index.search({
      query: { range: { [`${TYPE}.until`]: { lte: time.now() } } },
      size: TIDIED_AT_ONCE,
    });
    for (const { id } of found) await index.remove(id, 'any', { searchable: false });
  }

  /** Once, and not for every session. */
  #warn(error: unknown): void {
    const problem = errorText(error);
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#parts.log.warn(`Other consoles do not hear of sessions that end here: ${problem}`);
  }
}

const NEVER = new AbortController().signal;

const documentId = (sessionId: string): string =>
  `${TYPE}:${createHash('sha256').update(sessionId).digest('base64url')}`;
