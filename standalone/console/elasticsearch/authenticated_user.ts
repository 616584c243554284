import type { Client, TransportRequestOptions } from '@elastic/elasticsearch';
import * as t from 'io-ts';
import { expectShape } from '../../../common/elasticsearch_answer.ts';

/** What is read of it. Anything else that came with a 200 is no yes to a password. */
const AuthenticatedUser = t.type({
  username: t.string,
  authentication_realm: t.type({ name: t.string }),
});

/** All that Elasticsearch tells about this client's user. @throws UnexpectedAnswer, and errors of the client */
export const authenticatedUser = async (
  { security }: Client,
  options: Pick<TransportRequestOptions, 'requestTimeout'> = {},
) => expectShape(await security.authenticate({}, options), AuthenticatedUser);
