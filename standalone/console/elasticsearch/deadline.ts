/** Several requests, one after the other, may take so much longer than a single one, in ms. */
const GRACE_MS = 400;
/** What is to be undone then may take so long, in ms: an answer is promised within a second. */
const LAST_WORD_MS = 450;

/** The time that all requests of Elasticsearch have together that are made for one request of a user. */
export class Deadline {
  readonly #end: number;
  #isLifted = false;

  /** `ms` is what a single request has. */
  constructor(ms: number) {
    this.#end = performance.now() + ms + GRACE_MS;
  }

  /** How many ms a request has that begins now; none or fewer where it comes too late. */
  left(): number {
    if (this.#isLifted) return Number.POSITIVE_INFINITY;
    const left = this.#end - performance.now();
    return left > 0 ? left : left + LAST_WORD_MS;
  }

  /** For what goes on when the answer has begun: each request has its own time from now on. */
  lift(): void {
    this.#isLifted = true;
  }
}
