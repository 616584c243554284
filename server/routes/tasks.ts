import { changeTaskRoute, listTasksRoute, runTaskRoute } from '../../common/http_api/tasks.ts';
import { SUCCESS } from '../audit/audit_event.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { authenticate } from '../elasticsearch/user_requests.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import type { BackgroundTasks } from '../tasks/background_tasks.ts';
import { defineRoute } from './define_route.ts';

/** `GET /tasks`, for every user. */
export const defineListTasksRoute = (router: Router, tasks: BackgroundTasks): void =>
  defineRoute(router, listTasksRoute, {
    audit: READS_ONLY,
    async answer({ elasticsearch, signal }) {
      await confirmUser(elasticsearch, signal);
      return tasks.list();
    },
  });

/** `PUT /tasks/{id}`, for those who hold what the task needs. */
export const defineChangeTaskRoute = (router: Router, tasks: BackgroundTasks): void =>
  defineRoute(router, changeTaskRoute, {
    audit: {
      operation: ({ body: { enabled } }) => (enabled ? 'task_enable' : 'task_disable'),
      subject: ofTask,
      parts: ({ task: { key } }) => (key ? [{ result: SUCCESS, key_ids: [key.id] }] : []),
    },
    async answer({ elasticsearch, request, params: { id }, body: { enabled, params }, signal }) {
      await confirmUser(elasticsearch, signal);
      const change = { enabled, params, request, elasticsearch, signal };
      return { task: await tasks.change(id, change) };
    },
  });

/** `POST /tasks/{id}/_run`, for those who hold what the task needs. */
export const defineRunTaskRoute = (router: Router, tasks: BackgroundTasks): void =>
  defineRoute(router, runTaskRoute, {
    audit: { operation: () => 'task_run', subject: ofTask },
    async answer({ elasticsearch, params: { id }, signal }) {
      await confirmUser(elasticsearch, signal);
      return { task: await tasks.run(id, { elasticsearch, signal }) };
    },
  });

const ofTask = ({ params: { id } }: { readonly params: { readonly id: string } }) => ({
  task_id: id,
});

/** Tasks are the host's own: Elasticsearch has to say whether who asks is a user at all. */
async function confirmUser(elasticsearch: ElasticsearchClient, signal: AbortSignal): Promise<void> {
  await authenticate(elasticsearch, { signal });
}
