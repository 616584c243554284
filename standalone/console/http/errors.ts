import { STATUS_CODES } from 'node:http';
import { type Boom, isBoom } from '@hapi/boom';
import type { Request, ResponseObject, ResponseToolkit, Server } from '@hapi/hapi';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import { errorStack } from '../../../common/error_text.ts';
import { isJsonObject } from '../../../common/exact.ts';
import type { ErrorBody } from '../../../common/http_api/responses/error_body.ts';
import type { EcsLogger } from '../logging.ts';
import { errorPage } from './documents.ts';
import { isApiPath } from './paths.ts';
import { requestFields } from './request_fields.ts';

const errorName = (statusCode: number): string => STATUS_CODES[statusCode] ?? 'Error';

/** An error's body from its status and message, and whatever else a program may want to know. */
export const errorBody = (
  statusCode: number,
  message: string,
  attributes?: ErrorBody['attributes'],
): ErrorBody => ({
  statusCode,
  error: errorName(statusCode),
  message,
  ...(attributes !== undefined && { attributes }),
});

/**
 * The one place where a thrown error becomes an answer: Elasticsearch's failures by their own
 * mapping, hapi's by their status, a bug of ours as a 500 that tells nothing. Every 5xx is logged in
 * one line.
 */
export function shapeErrors(server: Server, basePath: string, log: EcsLogger): void {
  server.ext('onPreResponse', (request, h) => {
    const { response } = request;
    if (!isBoom(response)) {
      if (response.statusCode >= 500)
        log.warn(failureLine(request, response), requestFields(request));
      return h.continue;
    }
    if (response.output.statusCode === CLIENT_GONE) return h.continue;
    const answer = answerTo(response);
    if (answer.statusCode >= 500) {
      const line = `${requestName(request)} ${answer.statusCode}: ${errorStack(response)}`;
      log.error(line, requestFields(request));
    }
    return reply(request, h, answer, basePath);
  });
  // What fails while it is sent can only be cut short, and told to the operator.
  server.events.on('response', (request) => {
    const { response } = request;
    if (isBoom(response) && response.output.statusCode !== CLIENT_GONE)
      log.error(
        `${requestName(request)} broke off: ${errorStack(response)}`,
        requestFields(request),
      );
  });
}

const CLIENT_GONE = 499;

interface Answer {
  readonly statusCode: number;
  readonly message: string;
  readonly headers: Boom['output']['headers'];
}

function answerTo(error: Boom): Answer {
  const failure = elasticsearchFailure(error);
  if (failure !== undefined) return { headers: {}, ...failure };
  const { statusCode, headers } = error.output;
  return statusCode < 500
    ? { statusCode, message: error.message, headers }
    : { statusCode: 500, message: 'The console failed. Its log says why.', headers: {} };
}

function reply(
  request: Request,
  h: ResponseToolkit,
  { statusCode, message, headers }: Answer,
  basePath: string,
): ResponseObject {
  const answer = isApiPath(request.path)
    ? h.response({ ...errorBody(statusCode, message) })
    : h.response(errorPage(errorName(statusCode), message, basePath)).type('text/html');
  for (const [name, value] of Object.entries(headers)) answer.header(name, String(value));
  return answer.code(statusCode).header('cache-control', 'no-store');
}

/** Without the query: it may hold what a user searched for. */
const requestName = ({ method, path }: Request): string => `${method.toUpperCase()} ${path}`;

function failureLine(request: Request, { statusCode, source }: ResponseObject): string {
  const message = isJsonObject(source) && 'message' in source ? `: ${source.message}` : '';
  return `${requestName(request)} ${statusCode}${message}`;
}
