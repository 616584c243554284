import type { Time } from '../time.ts';
import type { TaskRecord } from './task_record.ts';
import type { StoredTask, TaskStore } from './task_store.ts';

export interface LeaseOptions {
  readonly store: TaskStore;
  readonly time: Time;
  /** How long the task is ours without a renewal, in ms. */
  readonly leaseMs: number;
}

/** A task that is ours, for as long as we renew the claim in its document. */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #ended = new AbortController();
  readonly #lost = Promise.withResolvers<void>();
  readonly #renewing: Promise<void>;
  #claimed: StoredTask;

  /** `since` is when the claim was sent, by `time.elapsed`. */
  constructor(claimed: StoredTask, since: number, options: LeaseOptions) {
    this.#claimed = claimed;
    this.#options = options;
    this.#renewing = this.#renew(since);
  }

  /** Resolves once the task may be someone else's. */
  get lost(): Promise<void> {
    return this.#lost.promise;
  }

  /**
   * Gives the task back as what `change` makes of it, which is its removal for `undefined`. While
   * Elasticsearch does not answer, tries again until `handBack` aborts.
   * @returns `false` where that was not possible, as the task is no longer ours
   */
  async end(
    change: (task: TaskRecord) => TaskRecord | undefined,
    handBack: AbortSignal,
  ): Promise<boolean> {
    this.#ended.abort();
    await this.#renewing;
    do {
      const written = await this.#write(change).catch(() => undefined);
      if (written !== undefined) return written;
      await this.#options.time.sleep(this.#pause, handBack);
    } while (!handBack.aborted);
    return false;
  }

  /** Leaves room for another try before the lease ends. */
  get #pause(): number {
    return this.#options.leaseMs / 3;
  }

  async #renew(since: number): Promise<void> {
    const { time, leaseMs } = this.#options;
    const { signal } = this.#ended;
    let renewed = since;
    for (;;) {
      const left = renewed + leaseMs - time.elapsed();
      await time.sleep(Math.min(this.#pause, left), signal);
      if (signal.aborted) return;
      const sent = time.elapsed();
      const isOurs =
        sent < renewed + leaseMs && (await this.#write(unchanged).catch(() => undefined));
      if (isOurs === false) return this.#lost.resolve();
      if (isOurs) renewed = sent;
    }
  }

  /** `false` where the claim is not ours. Every write is one, so that others see a sign of life. */
  async #write(change: (task: TaskRecord) => TaskRecord | undefined): Promise<boolean> {
    const { store } = this.#options;
    for (;;) {
      const { task, version } = this.#claimed;
      const changed = change(task);
      if (changed === undefined) {
        if (await store.remove(task.id, version)) return true;
      } else {
        const saved = await store.save(changed, version);
        if (saved !== undefined) {
          this.#claimed = saved;
          return true;
        }
      }
      // Its schedule may have been changed meanwhile, or the answer to a write of ours got lost.
      const present = await store.get(task.id);
      if (present === undefined || present.task.claim !== task.claim) return false;
      this.#claimed = present;
    }
  }
}

const unchanged = (task: TaskRecord): TaskRecord => task;
