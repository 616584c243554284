import { problemText } from '../../common/decode.ts';
import {
  type ElasticsearchFailure,
  elasticsearchFailure,
} from '../../common/elasticsearch_failure.ts';
import { statusOf } from '../host/saved_object_error.ts';

/** A request that this plugin itself has to refuse, or whose outcome it has to explain. */
export class RequestError extends Error implements Failure {
  override readonly name = 'RequestError';
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What a program may want to know besides the message. */
  readonly attributes: Readonly<Record<string, unknown>> | undefined;

  constructor(
    statusCode: number,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    attributes?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.statusCode = statusCode;
    this.headers = headers;
    this.attributes = attributes;
  }
}

/** What is answered for an error. */
export interface Failure extends ElasticsearchFailure {
  readonly attributes?: Readonly<Record<string, unknown>> | undefined;
}

/** What to answer for an error, or `undefined` for one of our own. */
export const failureOf = (error: unknown): Failure | undefined =>
  error instanceof RequestError ? error : (elasticsearchFailure(error) ?? hostFailure(error));

/** What the host keeps cannot be reached at the moment. */
const hostFailure = (error: unknown): Failure | undefined =>
  error instanceof Error && statusOf(error) === 503
    ? { statusCode: 503, message: error.message, headers: { 'retry-after': '5' } }
    : undefined;

/** For a cursor that this server did not give, or for something else. */
export const cursorRefused = (expected: string): RequestError =>
  new RequestError(
    400,
    problemText('request body', { path: ['cursor'], expected, got: 'another text' }),
  );
