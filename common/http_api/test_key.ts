import * as t from 'io-ts';
import { Concealed, exact } from '../exact.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

/** Whether a key can be used, as Elasticsearch says. */
export type TestedKey =
  | {
      readonly valid: true;
      readonly id: string;
      readonly name: string;
      readonly username: string;
      /** ms since epoch */
      readonly expiration?: number;
    }
  | { readonly valid: false; readonly reason: string };

/** Never quoted in a message: it is a secret. */
const Encoded = new Concealed<string>(
  'an encoded API key of at most 4096 characters',
  t.string.is,
  (input, context) =>
    typeof input === 'string' && input.length <= 4096
      ? t.success(input)
      : t.failure(input, context),
  t.identity,
);

/** Uses a key once to see whether it works. */
export const testKeyRoute: Route<object, object, { encoded: string }, TestedKey> = {
  method: 'post',
  path: `${API_PREFIX}/_test`,
  params: Nothing,
  query: Nothing,
  body: exact({ encoded: Encoded }, {}),
  response: responseOf<TestedKey>(),
};
