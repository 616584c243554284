import { openApiRoute } from '../http_api/openapi.ts';
import { OpenApi } from '../http_api/responses/openapi.ts';
import { KEY_OPERATIONS } from './key_operations.ts';
import { type Operation, operation } from './operation.ts';
import { PRIVILEGE_OPERATIONS } from './privilege_operations.ts';
import { TASK_OPERATIONS } from './task_operations.ts';

/** The plugin's whole HTTP API. */
export const OPERATIONS: readonly Operation[] = [
  ...KEY_OPERATIONS,
  ...PRIVILEGE_OPERATIONS,
  ...TASK_OPERATIONS,
  operation(openApiRoute, {
    id: 'getOpenApi',
    tag: 'api',
    summary: 'This document',
    response: OpenApi,
    examples: [
      {
        summary: 'Its beginning',
        response: {
          openapi: '3.1.0',
          info: { title: 'Project API keys' },
          servers: [{ url: '../project_api_keys' }],
          tags: [{ name: 'keys' }],
          security: [{ basic: [] }],
          paths: {},
          components: {},
        },
      },
    ],
  }),
];
