import { changeTaskRoute, listTasksRoute, runTaskRoute } from '../../common/http_api/tasks.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import type { BackgroundTasks } from '../tasks/background_tasks.ts';
import { defineRoute } from './define_route.ts';

/** `GET /tasks`, for every user. */
export const defineListTasksRoute = (router: Router, tasks: BackgroundTasks): void =>
  defineRoute(router, listTasksRoute, {
    async answer({ elasticsearch, signal }) {
      await confirmUser(elasticsearch, signal);
      return tasks.list();
    },
  });

/** `PUT /tasks/{id}`, for those who hold what the task needs. */
export const defineChangeTaskRoute = (router: Router, tasks: BackgroundTasks): void =>
  defineRoute(router, changeTaskRoute, {
    async answer({ elasticsearch, request, params: { id }, body: { enabled, params }, signal }) {
      await confirmUser(elasticsearch, signal);
      const change = { enabled, params, request, elasticsearch, signal };
      return { task: await tasks.change(id, change) };
    },
  });

/** `POST /tasks/{id}/_run`, for those who hold what the task needs. */
export const defineRunTaskRoute = (router: Router, tasks: BackgroundTasks): void =>
  defineRoute(router, runTaskRoute, {
    async answer({ elasticsearch, params: { id }, signal }) {
      await confirmUser(elasticsearch, signal);
      return { task: await tasks.run(id, { elasticsearch, signal }) };
    },
  });

/** Tasks are the host's own: Elasticsearch has to say whether who asks is a user at all. */
async function confirmUser({ security }: ElasticsearchClient, signal: AbortSignal): Promise<void> {
  await security.authenticate({}, { signal });
}
