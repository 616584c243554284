import { expect, it } from '@jest/globals';
import { openApiDocument } from '../../common/openapi/document.ts';
import { OPERATIONS } from '../../common/openapi/operations.ts';
import { callRoute, clientWith, registeredBy } from '../../test/helpers/call_route.ts';
import type { BackgroundTasks } from '../tasks/background_tasks.ts';
import { defineRoutes } from './index.ts';
import { defineOpenApiRoute } from './openapi.ts';

it('gives the document without asking Elasticsearch', async () => {
  expect(await callRoute(defineOpenApiRoute, clientWith({}))).toEqual({
    status: 200,
    headers: {},
    body: openApiDocument(),
  });
});

it('documents every route, and no other', () => {
  const routes = registeredBy((router) =>
    defineRoutes(router, {
      now: () => 0,
      elasticsearchAs: async () => clientWith({}),
      tasks: {} as BackgroundTasks,
    }),
  );
  const documented = OPERATIONS.map(({ route }) => `${route.method} ${route.path}`);
  expect(documented.sort()).toEqual(
    routes.map(({ method, config }) => `${method} ${config.path}`).sort(),
  );
});
