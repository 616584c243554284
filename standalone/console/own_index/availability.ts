import { isBoom } from '@hapi/boom';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import type { Logger } from '../../../server/index.ts';

const STARTING = 'Background tasks are about to start. Try again in a few seconds.';

/** Whether background tasks can do their work at this moment; the log is told when that changes. */
export class Availability {
  readonly #log: Logger;
  readonly #reached = Promise.withResolvers<void>();
  #problem: string | undefined = STARTING;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Why they cannot; `undefined` where nothing is known against it. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Resolves when they can for the first time. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }

  works(): void {
    if (this.#problem !== undefined) this.#log.info('Background tasks are on.');
    this.#problem = undefined;
    this.#reached.resolve();
  }

  failed(error: unknown): void {
    const problem = messageOf(error);
    if (problem !== this.#problem) this.#log.warn(`Background tasks are off: ${problem}`);
    this.#problem = problem;
  }
}

/** Without the stack: what matters is what Elasticsearch said. */
function messageOf(error: unknown): string {
  if (isBoom(error)) return error.message;
  return elasticsearchFailure(error)?.message ?? String(error);
}
