import type * as t from 'io-ts';
import { ApiKeyBody } from '../http_api/responses/api_key.ts';
import { CreatedKey } from '../http_api/responses/created_key.ts';
import { ErrorBody } from '../http_api/responses/error_body.ts';
import { KeyCounts } from '../http_api/responses/key_page.ts';
import { Task, TaskRun } from '../http_api/responses/task.ts';
import { KeyFilter } from '../key_filter.ts';
import { Metadata } from '../metadata.ts';
import { RoleDescriptors } from '../role_descriptors.ts';
import { FILTER_TEXTS } from './filter_texts.ts';
import {
  type JsonSchema,
  type SchemaOptions,
  schemaInFull,
  withFieldTexts,
} from './json_schema.ts';

/** Codecs that have a name in the document. */
const REQUEST_CODECS: Readonly<Record<string, t.Mixed>> = { KeyFilter, Metadata, RoleDescriptors };
const RESPONSE_CODECS: Readonly<Record<string, t.Mixed>> = {
  ApiKey: ApiKeyBody,
  CreatedKey,
  Error: ErrorBody,
  KeyCounts,
  Task,
  TaskRun,
};

const NAMES = new Map<t.Mixed, string>(
  Object.entries({ ...REQUEST_CODECS, ...RESPONSE_CODECS }).map(([name, codec]) => [codec, name]),
);

const refTo = (codec: t.Mixed): string | undefined => {
  const name = NAMES.get(codec);
  return name === undefined ? undefined : `#/components/schemas/${name}`;
};

export const REQUEST: SchemaOptions = { isClosed: true, refTo };
export const RESPONSE: SchemaOptions = { isClosed: false, refTo };

const schemasOf = (codecs: Readonly<Record<string, t.Mixed>>, options: SchemaOptions) =>
  Object.fromEntries(
    Object.entries(codecs).map(([name, codec]) => [name, schemaInFull(codec, options)]),
  );

const MEANINGS = {
  400: 'The request is wrong: the message names the place, what is expected there, and what came. Also where Elasticsearch refuses it for a reason of its own.',
  401: 'Nobody, or nobody that Elasticsearch knows.',
  403: 'Elasticsearch does not let this user do that; the message has its reason.',
  404: 'There is no such thing, or it is not the user’s to see.',
  409: 'Not in this state, or something else changed it at the same time.',
  413: 'The body is too long: more than the setting server.maxPayload, 1 MB by default.',
  415: 'The body is not JSON in UTF-8.',
  429: 'Too many requests, of Elasticsearch’s own judgement.',
  503: 'Elasticsearch cannot be reached, did not answer in time, or failed. The message says whether what was asked for may have happened all the same.',
} as const;

export type ErrorStatus = keyof typeof MEANINGS;

const RETRY_AFTER = {
  'Retry-After': {
    description: 'After how many seconds to try again.',
    schema: { type: 'integer', minimum: 0 },
  },
};

const errorResponse = (status: ErrorStatus): JsonSchema => ({
  description: MEANINGS[status],
  ...((status === 429 || status === 503) && { headers: RETRY_AFTER }),
  content: { 'application/json': { schema: { $ref: refTo(ErrorBody) } } },
});

const ERRORS = Object.keys(MEANINGS).map(Number) as ErrorStatus[];

/** What the operations refer to. */
export const COMPONENTS = {
  schemas: {
    ...schemasOf(REQUEST_CODECS, REQUEST),
    ...schemasOf(RESPONSE_CODECS, RESPONSE),
    KeyFilter: withFieldTexts(schemaInFull(KeyFilter, REQUEST), FILTER_TEXTS),
  },
  responses: Object.fromEntries(ERRORS.map((status) => [`Error${status}`, errorResponse(status)])),
  parameters: {
    xsrf: {
      name: 'kbn-xsrf',
      in: 'header',
      required: true,
      description: 'Any value: no page of another site can send it.',
      schema: { type: 'string' },
      example: 'true',
    },
  },
  headers: {
    NoStore: {
      description: 'The answer carries a secret and is not to be kept.',
      schema: { const: 'no-store' },
    },
  },
  securitySchemes: {
    basic: { type: 'http', scheme: 'basic', description: 'A user of Elasticsearch.' },
    apiKey: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'ApiKey and a blank before an encoded key of Elasticsearch.',
    },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'sid',
      description: 'The session of a browser.',
    },
  },
} as const;
