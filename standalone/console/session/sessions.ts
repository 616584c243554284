import { randomUUID } from 'node:crypto';

/** What the sealed cookie holds; nothing of it is kept on the server. Times are ms since epoch. */
export interface Session {
  readonly id: string;
  /** The value of the header that each request to Elasticsearch carries. */
  readonly authorization: string;
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
 * their cookie could live. This list is the one thing that a console holds by itself: with several
 * of them behind a load balancer, or an encryption key that outlives a restart, a copied cookie is
 * refused only where its session ended, until Elasticsearch or its own end stops it.
 */
export class Sessions {
  readonly #idleTimeout: number;
  readonly #lifespan: number;
  /** Session id → when its last copy has run out. */
  readonly #ended = new Map<string, number>();

  constructor({ idleTimeout, lifespan }: Lifetimes) {
    this.#idleTimeout = idleTimeout || Number.POSITIVE_INFINITY;
    this.#lifespan = lifespan || Number.POSITIVE_INFINITY;
  }

  begin(authorization: string, now: number): Session {
    return { id: randomUUID(), authorization, created: now, renewed: now };
  }

  isOver({ id, created, renewed }: Session, now: number): boolean {
    const idle = now - renewed >= this.#idleTimeout;
    return idle || now - created >= this.#lifespan || this.#ended.has(id);
  }

  /** The session to put into the cookie again, or `undefined` while the old one will do. */
  renewal(session: Session, now: number): Session | undefined {
    const isDue = now - session.renewed >= this.#idleTimeout * RENEW_AFTER;
    return isDue ? { ...session, renewed: now } : undefined;
  }

  end({ id, created }: Session, now: number): void {
    for (const [other, until] of this.#ended) if (until <= now) this.#ended.delete(other);
    this.#ended.set(id, Math.min(now + this.#idleTimeout, created + this.#lifespan));
  }
}
