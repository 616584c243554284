import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import { errorText } from '../../../common/error_text.ts';
import type { Logger } from '../../../server/index.ts';
import type { ServiceStatus } from '../service_status.ts';

const STARTING = 'Background tasks are about to start. Try again in a few seconds.';

/** Whether background tasks can do their work at this moment; the log is told when that changes. */
export class Availability {
  readonly #log: Logger;
  readonly #reached = Promise.withResolvers<void>();
  /** Why they do not work. */
  #trouble: string | undefined = STARTING;
  #problem: string | undefined = STARTING;

  constructor(log: Logger) {
    this.#log = log;
  }

  get status(): ServiceStatus {
    if (this.#trouble === STARTING) return { level: 'available', summary: STARTING };
    return this.#trouble === undefined
      ? { level: 'available', summary: 'Background tasks are on.' }
      : { level: 'degraded', summary: `Background tasks are off: ${this.#trouble}` };
  }

  /**
   * Why nobody needs to try. `undefined` also while Elasticsearch is away or busy: whoever asks then
   * hears so from their own request, and it works again as soon as Elasticsearch does.
   */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Resolves when they can for the first time. */
  get reached(): Promise<void> {
    return this.#reached.promise;
  }

  works(): void {
    if (this.#trouble !== undefined) this.#log.info('Background tasks are on.');
    this.#trouble = undefined;
    this.#problem = undefined;
    this.#reached.resolve();
  }

  failed(error: unknown): void {
    const trouble = errorText(error);
    if (trouble !== this.#trouble) this.#log.warn(`Background tasks are off: ${trouble}`);
    this.#trouble = trouble;
    const status = elasticsearchFailure(error)?.statusCode;
    this.#problem = status === 503 || status === 429 ? undefined : trouble;
  }
}
