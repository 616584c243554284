import { durationMs } from '../../../common/duration.ts';
import { isJsonObject } from '../../../common/exact.ts';

/** Which keys a user must have, by what the answers to their requests have said. */
export class KeyModel {
  readonly #live: Set<string>;

  constructor(ids: Iterable<string>) {
    this.#live = new Set(ids);
  }

  get live(): string[] {
    return [...this.#live].sort();
  }

  /** Hears what was sent and answered, whichever route it was. */
  hear(sent: string, answer: unknown): void {
    if (!isJsonObject(answer)) return;
    const { deleted, created, previous } = answer;
    for (const key of [answer, created])
      if (isJsonObject(key) && 'api_key' in key) this.#live.add(String(key.id));
    if (Array.isArray(deleted)) for (const id of deleted) this.#live.delete(id);
    if (isJsonObject(previous) && endsAtOnce(sent)) this.#live.delete(String(previous.id));
  }
}

/** Elasticsearch counts in seconds, so less than one is none. */
function endsAtOnce(sent: string): boolean {
  const grace = /"grace_period":"([^"]*)"/.exec(sent)?.[1];
  return grace !== undefined && (durationMs(grace) ?? 0) < 1000;
}
