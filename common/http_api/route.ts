import type * as t from 'io-ts';
import { matching } from '../bounded.ts';
import { exact } from '../exact.ts';
import { Shaped } from '../shape.ts';

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

/** A route of which it does not matter what it takes and gives. */
export type AnyRoute = Pick<Route<unknown, unknown, unknown, unknown>, 'method' | 'path'> &
  Readonly<Record<'params' | 'query' | 'body', t.Mixed>>;

/** Types a response. The server is ours: what it answers is not checked a second time. */
export const responseOf =
  <Response>() =>
  (body: unknown): Response =>
    body as Response;

/** A request without path parameters, query or body. */
export const Nothing = exact({}, {});
/**
 * Elasticsearch's own ids have 20 to 22 characters. One of dots alone would mean something else to
 * whatever reads it as a part of a path.
 */
export const Id = matching(
  /^(?!\.{1,2}$)(?=[\s\S]*\S)[\s\S]{1,256}$/,
  'an id of 1 to 256 characters that is not blank',
);
/** `{id}` of a key or a task. */
export const IdParams = exact({ id: Id }, {});

/** An empty body counts as `{}` where every field is optional. */
export const emptyAsObject = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> =>
  new Shaped(codec.name, { kind: 'optional', codec }, (input, context) =>
    codec.validate(input === undefined ? {} : input, context),
  );
