import * as t from 'io-ts';
import { exact } from '../exact.ts';

export const API_PREFIX = '/api/project_api_keys';

/**
 * One route of the plugin's HTTP API, declared once: the server validates with it, the browser's
 * client and the tests call by it.
 */
export interface Route<Params, Query, Body, Response> {
  readonly method: 'get' | 'post' | 'put';
  /** With `{name}` for each path parameter. */
  readonly path: string;
  readonly params: t.Type<Params, unknown>;
  readonly query: t.Type<Query, unknown>;
  readonly body: t.Type<Body, unknown>;
  /** The type of a 200's body; carries no value. */
  readonly response: (body: unknown) => Response;
}

/** Types a response. The server is ours: what it answers is not checked a second time. */
export const responseOf =
  <Response>() =>
  (body: unknown): Response =>
    body as Response;

/** A request without path parameters, query or body. */
export const Nothing = exact({}, {});
/** `{id}` of one key. */
export const IdParams = exact({ id: t.string }, {});

/** An empty body counts as `{}` where every field is optional. */
export const emptyAsObject = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> =>
  new t.Type(
    codec.name,
    codec.is,
    (input, context) => codec.validate(input === undefined ? {} : input, context),
    codec.encode,
  );
