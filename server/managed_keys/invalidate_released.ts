import type { BackgroundServices } from '../host/background_services.ts';
import type { SavedObject } from '../kibana_background.ts';
import { invalidate } from './invalidate.ts';
import type { ReleasedKeyRecord } from './records.ts';
import { type QueuedKey, queuedKeys, settle, unusedKeys } from './released_queue.ts';

/** How many keys one request of Elasticsearch invalidates. */
const BATCH = 100;
/** How long, in ms, a key may take to be made: far longer than any request is waited for. */
const UNFINISHED_AFTER = 10 * 60 * 1000;

export interface QueueOutcome {
  readonly invalidated: number;
  /** Why keys stay in the queue: one reason for each that could not be invalidated. */
  readonly failures: readonly string[];
  /** How many stay in the queue because their task is running. */
  readonly inUse: number;
}

/**
 * Invalidates the keys in the queue, the oldest first, but none whose task is running. One that
 * cannot be invalidated stays there with the reason, and is tried again. `now` in ms since epoch.
 */
export async function invalidateReleased(
  services: BackgroundServices,
  now: number,
): Promise<QueueOutcome> {
  const queue = await queuedKeys(services);
  const unused = await unusedKeys(services, queue);
  const outcomes: Outcome[] = [];
  for (const batch of batches(unused.filter(isGivenUp), BATCH))
    outcomes.push(await invalidateBatch(services, batch));
  for (const key of unused.filter(isUnfinished))
    if (key.attributes.since + UNFINISHED_AFTER <= now)
      outcomes.push(await invalidateUnfinished(services, key));
  return {
    invalidated: outcomes.reduce((sum, { invalidated }) => sum + invalidated, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    inUse: queue.length - unused.length,
  };
}

type Outcome = Pick<QueueOutcome, 'invalidated' | 'failures'>;
type GivenUp = SavedObject<Extract<ReleasedKeyRecord, { keyId: string }>>;
type Unfinished = SavedObject<Extract<ReleasedKeyRecord, { unfinished: string }>>;

const isGivenUp = (key: QueuedKey): key is GivenUp => 'keyId' in key.attributes;
const isUnfinished = (key: QueuedKey): key is Unfinished => 'unfinished' in key.attributes;

async function invalidateBatch(
  services: BackgroundServices,
  batch: readonly GivenUp[],
): Promise<Outcome> {
  const ids = batch.map(({ attributes: { keyId } }) => keyId);
  const { reasonFor } = await invalidate(services, { ids });
  const settled = batch.map((key) => ({ key, reason: reasonFor(key.attributes.keyId) }));
  await Promise.all(settled.map(({ key, reason }) => settle(services, key, reason)));
  const failures = settled.flatMap(({ reason }) => reason ?? []);
  return { invalidated: batch.length - failures.length, failures };
}

/** Whatever has the name of a key whose making was cut off: nobody has a handle of it. */
async function invalidateUnfinished(
  services: BackgroundServices,
  key: Unfinished,
): Promise<Outcome> {
  const { unfinished: name } = key.attributes;
  const { invalidated, reasonFor } = await invalidate(services, { name });
  const reason = reasonFor(name);
  await settle(services, key, reason);
  return {
    invalidated: invalidated.length,
    failures: reason === undefined ? [] : [reason],
  };
}

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
