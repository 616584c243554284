import { randomUUID } from 'node:crypto';
import type { Secret } from '../../../common/secret.ts';
import type { EndedSessions } from './ended_sessions.ts';

/** What the sealed cookie holds; nothing of it is kept on the server. Times are ms since epoch. */
export interface Session {
  /** Another one for each login, so that nobody can prepare the session of someone else. */
  readonly id: string;
  /** The value of the header that each request to Elasticsearch carries. */
  readonly authorization: Secret;
  readonly created: number;
  readonly renewed: number;
}

/** In ms; 0 is for ever. */
export interface Lifetimes {
  readonly idleTimeout: number;
  readonly lifespan: number;
}

/** Renewing on every request would make every answer set a cookie. */
const RENEW_AFTER = 0.1;

/**
 * Begins, renews and ends sessions. The ids of ended ones are remembered for as long as a copy of
 * their cookie could live: here, and by `shared` for the other consoles and those to come. Where the
 * console has no index for that, a copied cookie is refused only where its session ended, until
 * Elasticsearch or its own end stops it.
 */
export class Sessions {
  readonly #idleTimeout: number;
  readonly #lifespan: number;
  readonly #shared: EndedSessions | undefined;
  /** Session id → when its last copy has run out. */
  readonly #ended = new Map<string, number>();

  constructor({ idleTimeout, lifespan }: Lifetimes, shared?: EndedSessions) {
    this.#idleTimeout = idleTimeout || Number.POSITIVE_INFINITY;
    this.#lifespan = lifespan || Number.POSITIVE_INFINITY;
    this.#shared = shared;
  }

  begin(authorization: Secret, now: number): Session {
    return { id: randomUUID(), authorization, created: now, renewed: now };
  }

  /** As far as this console knows by itself. */
  isOver({ id, created, renewed }: Session, now: number): boolean {
    const idle = now - renewed >= this.#idleTimeout;
    return idle || now - created >= this.#lifespan || this.#ended.has(id);
  }

  /** Whether another console has ended it. Rejects as `EndedSessions.has` does. */
  async hasEndedElsewhere({ id }: Session): Promise<boolean> {
    return (await this.#shared?.has(id)) === true;
  }

  /** The session to put into the cookie again, or `undefined` while the old one will do. */
  renewal(session: Session, now: number): Session | undefined {
    const isDue = now - session.renewed >= this.#idleTimeout * RENEW_AFTER;
    return isDue ? { ...session, renewed: now } : undefined;
  }

  /** Resolves once the other consoles know too, or will as soon as Elasticsearch is back. */
  async end({ id, created }: Session, now: number): Promise<void> {
    if (this.#ended.has(id)) return;
    for (const [other, until] of this.#ended) if (until <= now) this.#ended.delete(other);
    const until = Math.min(now + this.#idleTimeout, created + this.#lifespan);
    this.#ended.set(id, until);
    await this.#shared?.add(id, until);
  }
}
