import { createHash } from 'node:crypto';
import { type Boom, tooManyRequests } from '@hapi/boom';
import { clientNetwork } from './client_network.ts';
import { type Allowance, FailedAttempts } from './failed_attempts.ts';
import { OpenAttempts } from './open_attempts.ts';

export interface Allowances {
  /** For one user name from one address. */
  readonly user: Allowance;
  /** For one address, whoever's password it tries. */
  readonly address: Allowance;
}

/** For people at the login page. */
export const LOGIN_ALLOWANCES: Allowances = {
  user: { free: 5, forgetEvery: 60_000 },
  address: { free: 100, forgetEvery: 6_000 },
};

/**
 * For programs that send a password with every request: one that runs with an outdated password must
 * not shut out its neighbours at once, nor many requests at a time each other.
 */
export const API_ALLOWANCES: Allowances = {
  user: { free: 100, forgetEvery: 60_000 },
  address: { free: 1000, forgetEvery: 6_000 },
};

/** One attempt, on whose outcome others may wait: one of these has to be called. */
export interface Attempt {
  failed(): void;
  /** Whoever made it knows the password. */
  succeeded(): void;
  /** It told nothing about the password, e.g. as Elasticsearch is away. */
  toldNothing(): void;
}

/**
 * Slows down whoever guesses passwords: per user and address, so that nobody can lock a user out from
 * elsewhere, and per address, so that many users' passwords cannot be tried one after the other.
 * A user who logs in may forget their own failures, not those of their address: with one password of
 * their own, an attacker could try others' for ever. Many attempts at once gain nothing: as many as
 * may fail are made, and the others wait for what becomes of them.
 *
 * Each console counts for itself, in memory: several of them, or a restart, give as many more
 * attempts. The address is that of the connection. `X-Forwarded-For` is not believed, as anyone can
 * write it, so behind a proxy all users share the proxy's address, and the proxy should limit
 * attempts per client too.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#login-throttling
 */
export class Throttle {
  readonly #byUser: FailedAttempts;
  readonly #byAddress: FailedAttempts;
  readonly #open = new OpenAttempts();
  readonly #elapsed: () => number;

  /** `elapsed` gives ms on a clock that never jumps. */
  constructor({ user, address }: Allowances, elapsed: () => number) {
    this.#byUser = new FailedAttempts(user);
    this.#byAddress = new FailedAttempts(address);
    this.#elapsed = elapsed;
  }

  /** Lets a client try a password. @throws Boom 429 with `retry-after` where it has to wait */
  async begin(username: string, address: string): Promise<Attempt> {
    const network = clientNetwork(address);
    const user = userKey(username, network);
    await this.#begin([
      [user, this.#byUser],
      [network, this.#byAddress],
    ]);
    let isOpen = true;
    const end = () => {
      if (isOpen) this.#open.end(user, network);
      isOpen = false;
    };
    return {
      failed: () => {
        this.#byUser.add(user, this.#elapsed());
        this.#byAddress.add(network, this.#elapsed());
        end();
      },
      succeeded: () => {
        this.#byUser.forget(user);
        end();
      },
      toldNothing: end,
    };
  }

  async #begin(keys: readonly (readonly [key: string, failures: FailedAttempts])[]): Promise<void> {
    for (;;) {
      const now = this.#elapsed();
      const wait = Math.max(...keys.map(([key, failures]) => failures.waitOf(key, now)));
      if (wait > 0) throw tooManyAttempts(wait);
      const full = keys.find(
        ([key, failures]) => this.#open.under(key) >= failures.roomOf(key, now),
      );
      if (full === undefined) break;
      await this.#open.nextEnd(full[0]);
    }
    this.#open.begin(...keys.map(([key]) => key));
  }
}

/** Of one length for every name. Some realms take a name in any case. */
const userKey = (username: string, network: string): string =>
  createHash('sha256').update(`${network} ${username.toLowerCase()}`).digest('base64url');

function tooManyAttempts(wait: number): Boom {
  const seconds = Math.ceil(wait / 1000);
  const error = tooManyRequests(
    `Too many failed attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  );
  error.output.headers['retry-after'] = `${seconds}`;
  return error;
}
