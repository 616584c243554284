import type * as t from 'io-ts';
import { isJsonObject } from '../exact.ts';
import type { OpenApi } from '../http_api/responses/openapi.ts';
import { type AnyRoute, API_PREFIX } from '../http_api/route.ts';
import { COMPONENTS, type ErrorStatus, REQUEST, RESPONSE } from './components.ts';
import { type JsonSchema, jsonSchema, withFieldTexts } from './json_schema.ts';
import { type Example, type Operation, TAGS } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { shapeOf } from './shape_of.ts';

/** The whole HTTP API in OpenAPI 3.1.0 (https://spec.openapis.org/oas/v3.1.0). */
export const openApiDocument = (): OpenApi => ({
  openapi: '3.1.0',
  info: {
    title: 'Project API keys',
    version: '1.0.0',
    description:
      'Manages API keys of Elasticsearch, as the user who asks: Elasticsearch decides who may do what. Times are milliseconds since the epoch.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [
    { url: '../project_api_keys', description: 'Where this document comes from.' },
    {
      url: `http://127.0.0.1:5601${API_PREFIX}`,
      description: 'The console with its default settings.',
    },
  ],
  tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  security: Object.keys(COMPONENTS.securitySchemes).map((name) => ({ [name]: [] })),
  paths: pathsOf(OPERATIONS),
  components: COMPONENTS,
});

function pathsOf(operations: readonly Operation[]): Record<string, JsonSchema> {
  const paths: Record<string, JsonSchema> = {};
  for (const operation of operations) {
    const { method, path } = operation.route;
    const place = path.slice(API_PREFIX.length);
    paths[place] = { ...paths[place], [method]: operationObject(operation) };
  }
  return paths;
}

function operationObject(operation: Operation): JsonSchema {
  const { id, tag, summary, description, route } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    parameters: parametersOf(operation),
    ...(route.method !== 'get' && { requestBody: requestBodyOf(operation) }),
    responses: responsesOf(operation),
  };
}

function parametersOf({ route, examples }: Operation): JsonSchema[] {
  const params = examples[0]?.params;
  return [
    ...fieldsOf(route.params).map((field) => ({
      ...parameter('path', field),
      ...(isJsonObject(params) && { example: params[field.name] }),
    })),
    ...fieldsOf(route.query).map((field) => parameter('query', field)),
    ...(route.method === 'get' ? [] : [{ $ref: '#/components/parameters/xsrf' }]),
  ];
}

interface Field {
  readonly name: string;
  readonly codec: t.Mixed;
  readonly isRequired: boolean;
}

function fieldsOf(codec: t.Mixed): Field[] {
  const shape = shapeOf(codec);
  if (shape.kind !== 'object') throw new Error('Parameters must be the fields of an object');
  const { required, optional } = shape;
  return Object.entries({ ...required, ...optional }).map(([name, field]) => ({
    name,
    codec: field,
    isRequired: name in required,
  }));
}

const parameter = (place: 'path' | 'query', { name, codec, isRequired }: Field): JsonSchema => ({
  name,
  in: place,
  required: isRequired,
  schema: jsonSchema(codec, REQUEST),
});

function requestBodyOf({ route, fields = {}, examples }: Operation): JsonSchema {
  const schema = withFieldTexts(jsonSchema(route.body, REQUEST), fields);
  const given = examples.filter(({ body }) => body !== undefined);
  return {
    required: isBodyRequired(route),
    content: {
      'application/json': {
        schema,
        ...(given.length > 0 && { examples: examplesOf(given, ({ body }) => body) }),
      },
    },
  };
}

const isBodyRequired = ({ body }: AnyRoute): boolean => shapeOf(body).kind !== 'optional';

function responsesOf(operation: Operation): Record<string, JsonSchema> {
  const { response, examples, contentType = 'application/json', isSecret } = operation;
  const ok = {
    description: 'Done.',
    ...(isSecret && { headers: { 'Cache-Control': { $ref: '#/components/headers/NoStore' } } }),
    content: {
      [contentType]: {
        schema: jsonSchema(response, RESPONSE),
        examples: examplesOf(examples, (example) => example.response),
      },
    },
  };
  const errors = errorStatusesOf(operation).map((status) => [
    status,
    { $ref: `#/components/responses/Error${status}` },
  ]);
  return { 200: ok, ...Object.fromEntries(errors) };
}

/** With what a request may be answered where it is not done. */
export function errorStatusesOf({ route, otherStatuses = [] }: Operation): ErrorStatus[] {
  const ofBody = route.method === 'get' ? [] : ([413, 415] as const);
  return [400, 401, 403, ...otherStatuses, ...ofBody, 429, 503];
}

/** The same name in the request and in the answer says what belongs together. */
const examplesOf = (examples: readonly Example[], part: (example: Example) => unknown) =>
  Object.fromEntries(
    examples.map((example, index) => [
      `example-${index + 1}`,
      { summary: example.summary, value: part(example) },
    ]),
  );
