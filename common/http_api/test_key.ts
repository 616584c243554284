import { matching } from '../bounded.ts';
import { concealed, exact } from '../exact.ts';
import type { TestedKey } from './responses/tested_key.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

export type { TestedKey };

const Encoded = concealed(
  matching(/^[\s\S]{0,4096}$/, 'an encoded API key of at most 4096 characters'),
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
