import { randomUUID } from 'node:crypto';
import { errorText } from '../../../common/error_text.ts';
import type { Logger, TaskDefinition } from '../../../server/index.ts';
import type { Availability } from '../own_index/availability.ts';
import type { Time } from '../time.ts';
import { Lease } from './lease.ts';
import { isOver, type Leases, observe } from './leases.ts';
import { MAX_ATTEMPTS, runTask } from './run_task.ts';
import { spread } from './schedule.ts';
import { claimed, failed, isExhausted, rescheduled } from './task_record.ts';
import type { StoredTask, TaskStore } from './task_store.ts';

export interface SchedulerParts {
  readonly store: TaskStore;
  readonly definitions: ReadonlyMap<string, TaskDefinition>;
  readonly availability: Availability;
  readonly log: Logger;
  readonly time: Time;
  /** from 0 to 1 */
  readonly random: () => number;
  /** How long a running task is its owner's without a renewal, in ms. */
  readonly leaseMs: number;
}

const POLL_MS = 3000;
const LONGEST_POLL_MS = 15_000;
/** Runs at the same time. */
const CAPACITY = 10;
/** A clock that is put right by less than this needs no new plans. */
const CLOCK_TOLERANCE_MS = 60_000;
/** How long a stop waits for runs to be given back, at most half of all that it has. */
const HAND_BACK_MS = 5000;

/**
 * Looks for tasks that are due, claims and runs them. Any number of consoles may do so over one
 * index: Elasticsearch lets the first claim of a task through and refuses the others.
 */
export class Scheduler {
  readonly #parts: SchedulerParts;
  readonly #stopping = new AbortController();
  readonly #handBack = new AbortController();
  readonly #running = new Map<string, Promise<void>>();
  #waiting: StoredTask[] = [];
  #leases: Leases = new Map();

  constructor(parts: SchedulerParts) {
    this.#parts = parts;
  }

  start(): void {
    void this.#poll();
  }

  /** Runs a task that is due before any other, or as soon as one of the runs ends. */
  offer(due: StoredTask): void {
    this.#waiting.unshift(due);
    this.#fill();
  }

  /** Begins no more runs, waits for those that go on, and hands the rest back, in `limit` ms. */
  async stop(limit: number): Promise<void> {
    const handBack = Math.min(HAND_BACK_MS, limit / 2);
    this.#stopping.abort();
    await this.#untilIdle(limit - handBack);
    this.#handBack.abort();
    await this.#untilIdle(handBack);
  }

  async #untilIdle(limit: number): Promise<void> {
    const idle = new AbortController();
    const runs = Promise.all(this.#running.values()).then(() => idle.abort());
    await Promise.race([runs, this.#parts.time.sleep(limit, idle.signal)]);
    idle.abort();
  }

  async #poll(): Promise<void> {
    const { availability, time, random } = this.#parts;
    const { signal } = this.#stopping;
    let pause = POLL_MS;
    let ahead = time.now() - time.elapsed();
    while (!signal.aborted) {
      try {
        const present = time.now() - time.elapsed();
        if (present < ahead - CLOCK_TOLERANCE_MS) await this.#bringForward();
        ahead = present;
        await this.#lookForTasks();
        availability.works();
        pause = POLL_MS;
      } catch (error) {
        if (signal.aborted) return;
        availability.failed(error);
        pause = Math.min(pause * 2, LONGEST_POLL_MS);
      }
      await time.sleep(spread(pause, random()), signal);
    }
  }

  async #lookForTasks(): Promise<void> {
    const { store, time, leaseMs } = this.#parts;
    const found = await store.findDueAndRunning(this.#taskTypes(), time.now());
    const others = found.filter(({ task }) => !this.#running.has(task.id));
    const elapsed = time.elapsed();
    this.#leases = observe(this.#leases, others.filter(isRunning), elapsed);
    this.#waiting = others.filter(
      (stored) => !isRunning(stored) || isOver(this.#leases, stored.task.id, elapsed, leaseMs),
    );
    this.#fill();
  }

  /** After the clock was set back, what was planned by the old time would come too late. */
  async #bringForward(): Promise<void> {
    const { store, time } = this.#parts;
    const now = time.now();
    const waiting = await store.findWaiting(this.#taskTypes(), now);
    for (const { task, version } of waiting) {
      const nearer = task.schedule ? rescheduled(task, task.schedule, now) : task;
      if (nearer !== task) await store.save(nearer, version);
    }
  }

  #fill(): void {
    while (this.#running.size < CAPACITY && !this.#stopping.signal.aborted) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      const { id } = next.task;
      if (this.#running.has(id)) continue;
      const run = this.#claimAndRun(next).finally(() => {
        this.#running.delete(id);
        this.#fill();
      });
      this.#running.set(id, run);
    }
  }

  async #claimAndRun({ task, version }: StoredTask): Promise<void> {
    const { definitions, store, time, random, log, leaseMs } = this.#parts;
    const definition = definitions.get(task.taskType);
    if (definition === undefined) return;
    const { maxAttempts = MAX_ATTEMPTS } = definition;
    const since = time.elapsed();
    const now = time.now();
    try {
      if (isExhausted(task, maxAttempts)) {
        await store.save(failed(task, { now, random: random(), maxAttempts }), version);
        return;
      }
      const claim = await store.save(claimed(task, randomUUID(), now), version);
      if (claim === undefined) return;
      const lease = new Lease(claim, since, { store, time, leaseMs });
      const handBack = this.#handBack.signal;
      await runTask(claim.task, definition, lease, { time, random, log, handBack });
    } catch (error) {
      // Elasticsearch does not answer. The next search tells when it does, and what is due then.
      log.debug(`Task ${task.id} could not be claimed: ${errorText(error)}`);
      this.#waiting = [];
    }
  }

  #taskTypes(): string[] {
    return [...this.#parts.definitions.keys()];
  }
}

const isRunning = ({ task }: StoredTask): boolean => task.status === 'running';
