import type { estypes } from '@elastic/elasticsearch';
import { expectShape } from '../../../common/elasticsearch_answer.ts';
import { BulkAnswer, FoundDocuments } from '../../elasticsearch/answer_shapes.ts';
import type { ElasticsearchClient } from '../../kibana.ts';
import { TaskFailure } from '../background_task.ts';
import type { Notification } from './notification.ts';

export const NOTIFICATION_INDEX = 'project-api-keys-notifications';

const keyword = { type: 'keyword' } as const;
const date = { type: 'date' } as const;

const MAPPINGS: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: {
    '@timestamp': date,
    message: { type: 'text' },
    event: {
      properties: {
        id: keyword,
        kind: keyword,
        category: keyword,
        type: keyword,
        action: keyword,
        provider: keyword,
      },
    },
    user: { properties: { name: keyword } },
    related: { properties: { user: keyword } },
    project_api_keys: {
      properties: {
        key: { properties: { id: keyword, name: keyword, expiration: date } },
        threshold: keyword,
        delivery: keyword,
      },
    },
  },
};

/** Makes the index where there is none. */
export async function ensureNotificationIndex({ indices }: ElasticsearchClient): Promise<void> {
  await indices
    .create({ index: NOTIFICATION_INDEX, mappings: MAPPINGS })
    .catch((error: unknown) => {
      const { body } = error as { body?: { error?: { type?: string } } };
      if (body?.error?.type !== 'resource_already_exists_exception') throw error;
    });
}

/**
 * Stores those that are new, under their event's id, and gives how many those are. A second time for
 * one id is refused by Elasticsearch, whoever tries and when.
 * @throws TaskFailure with Elasticsearch's reason where one could not be stored
 */
export async function storeNew(
  elasticsearch: ElasticsearchClient,
  notifications: readonly Notification[],
): Promise<number> {
  if (notifications.length === 0) return 0;
  const answer = await elasticsearch.bulk({
    index: NOTIFICATION_INDEX,
    operations: notifications.flatMap((notification) => [
      { create: { _id: notification.event.id } },
      notification,
    ]),
    refresh: 'wait_for',
  });
  const { items } = expectShape(answer, BulkAnswer);
  const outcomes = items.flatMap(({ create }) => create ?? []);
  throwFirst(outcomes.filter(({ status }) => status !== 409));
  return outcomes.filter(({ status }) => status === 201).length;
}

/** The oldest of those that the webhook has not got yet. */
export async function pendingNotifications(
  elasticsearch: ElasticsearchClient,
  size: number,
): Promise<readonly Notification[]> {
  const answer = await elasticsearch.search<Notification>({
    index: NOTIFICATION_INDEX,
    query: { term: { 'project_api_keys.delivery': 'pending' } },
    sort: ['@timestamp'],
    size,
  });
  const { hits } = expectShape(answer, FoundDocuments);
  return hits.hits.flatMap(({ _source }) => _source ?? []);
}

/** @throws TaskFailure with Elasticsearch's reason */
export async function markDelivered(
  elasticsearch: ElasticsearchClient,
  notifications: readonly Notification[],
): Promise<void> {
  const answer = await elasticsearch.bulk({
    index: NOTIFICATION_INDEX,
    operations: notifications.flatMap(({ event }) => [
      { update: { _id: event.id } },
      { doc: { project_api_keys: { delivery: 'delivered' } } },
    ]),
    refresh: 'wait_for',
  });
  const { items } = expectShape(answer, BulkAnswer);
  throwFirst(items.flatMap(({ update }) => update ?? []));
}

function throwFirst(outcomes: readonly estypes.BulkResponseItem[]): void {
  const failed = outcomes.find(({ error }) => error !== undefined);
  if (failed) throw new TaskFailure(failed.error?.reason ?? 'Elasticsearch gave no reason', 0);
}
