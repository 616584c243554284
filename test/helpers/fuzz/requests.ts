import fc from 'fast-check';
import { isJsonObject } from '../../../common/exact.ts';
import type { Operation } from '../../../common/openapi/operation.ts';
import { OPERATIONS } from '../../../common/openapi/operations.ts';
import { hostile } from './hostile.ts';
import { nearlyValid } from './nearly_valid.ts';
import type { RawRequest } from './raw_send.ts';
import { textOf } from './text_of.ts';
import { type Known, valid } from './valid.ts';

/** What a server has to read out of a request. */
export interface Given {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** `undefined` where there is none. */
  readonly body: unknown;
}

export interface FuzzRequest extends RawRequest {
  readonly kind: 'valid' | 'nearly valid' | 'hostile';
  readonly operation: Operation;
  /** Only where it can be read in one way. */
  readonly given?: Given;
}

/** Requests to every route: such as its codecs take, nearly take, and such as an attacker sends. */
export function fuzzRequests(authorization: string, known: Known): fc.Arbitrary<FuzzRequest> {
  const headers = { authorization, 'kbn-xsrf': 'fuzz' };
  const requestTo = (operation: Operation) => {
    const validParts = partsOf(operation, known);
    const like = (kind: FuzzRequest['kind']) => (given: Given) => ({
      kind,
      operation,
      given,
      ...inWords(operation, given, headers),
    });
    return fc.oneof(
      { weight: 2, arbitrary: fc.record(validParts).map(like('valid')) },
      { weight: 6, arbitrary: withOneMistake(operation, known).map(like('nearly valid')) },
      {
        weight: 2,
        arbitrary: fc
          .record(validParts)
          .chain((given) => hostile(inWords(operation, given, headers)))
          .map((request) => ({ kind: 'hostile' as const, operation, ...request })),
      },
    );
  };
  return fc.oneof(...OPERATIONS.map(requestTo));
}

type Parts = { readonly [Part in keyof Given]: fc.Arbitrary<Given[Part]> };

const partsOf = ({ route }: Operation, known: Known): Parts => ({
  params: valid(route.params, known).map(paramsIn(route.path)),
  query: valid(route.query, known).map(texts),
  body: route.method === 'get' ? fc.constant(undefined) : valid(route.body, known),
});

/** In one part only, so that no other one hides it. */
function withOneMistake(operation: Operation, known: Known): fc.Arbitrary<Given> {
  const { route } = operation;
  const parts = partsOf(operation, known);
  const query = fc.record({ ...parts, query: nearlyValid(route.query, known).map(texts) });
  const params = fc.record({
    ...parts,
    params: nearlyValid(route.params, known).map(paramsIn(route.path)),
  });
  const body = fc.record({ ...parts, body: nearlyValid(route.body, known) });
  return fc.oneof(
    { weight: 1, arbitrary: query },
    ...(route.path.includes('{') ? [{ weight: 2, arbitrary: params }] : []),
    ...(route.method === 'get' ? [] : [{ weight: 6, arbitrary: body }]),
  );
}

/** With more, a server may close the connection rather than answer: it reads 16 KB of an address. */
const LONGEST = 1_000;

/** As they arrive in an address. */
const texts = (values: unknown): Record<string, string> =>
  isJsonObject(values)
    ? Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name.toWellFormed(),
          textOf(value).slice(0, LONGEST).toWellFormed(),
        ]),
      )
    : {};

/** Those that have a place in the path. */
const paramsIn =
  (path: string) =>
  (values: unknown): Record<string, string> => {
    const { id = '' } = texts(values);
    return path.includes('{id}') ? { id } : {};
  };

function inWords(
  { route }: Operation,
  { params, query, body }: Given,
  headers: RawRequest['headers'],
): RawRequest {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return {
    method: route.method.toUpperCase(),
    path: search === '' ? path : `${path}?${search}`,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}
