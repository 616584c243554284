import type { Notification } from '../../server/tasks/notify_expiring_keys/notification.ts';
import { refusal } from './call_route.ts';

type Act = <T>(act: () => T | Promise<T>) => Promise<T>;
type Operation = {
  readonly create?: { readonly _id: string };
  readonly update?: { readonly _id: string };
};

/** The index of notifications, as far as Elasticsearch is asked for it. */
export function fakeNotificationIndex() {
  const stored = new Map<string, Notification>();
  let exists = false;
  const create = () => {
    if (exists) throw refusal(400, 'resource_already_exists_exception', 'exists');
    exists = true;
  };
  const bulk = ({ operations }: { readonly operations: readonly unknown[] }) => {
    const items = [];
    for (let at = 0; at < operations.length; at += 2) {
      const operation = operations[at] as Operation;
      const id = operation.create?._id ?? operation.update?._id ?? '';
      if (operation.create === undefined) {
        const { project_api_keys, ...rest } = stored.get(id) as Notification;
        const { doc } = operations[at + 1] as { doc: Notification };
        const merged = { ...project_api_keys, ...doc.project_api_keys };
        stored.set(id, { ...rest, project_api_keys: merged });
        items.push({ update: { status: 200 } });
      } else if (stored.has(id)) {
        items.push({
          create: { status: 409, error: { type: 'version_conflict_engine_exception' } },
        });
      } else {
        stored.set(id, operations[at + 1] as Notification);
        items.push({ create: { status: 201 } });
      }
    }
    return { items };
  };
  const search = ({ size }: { readonly size: number }) => {
    const pending = [...stored.values()].filter(
      ({ project_api_keys: { delivery } }) => delivery === 'pending',
    );
    return { hits: { hits: pending.slice(0, size).map((_source) => ({ _source })) } };
  };
  return {
    /** By their ids. */
    stored,
    client: (act: Act) => ({
      indices: { create: () => act(create) },
      bulk: (request: Parameters<typeof bulk>[0]) => act(() => bulk(request)),
      search: (request: Parameters<typeof search>[0]) => act(() => search(request)),
    }),
  };
}
