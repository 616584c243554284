import type { estypes } from '@elastic/elasticsearch';
import { expectShape } from '../../common/elasticsearch_answer.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { AuthenticatedUser, HeldPrivileges } from './answer_shapes.ts';
import { READ, type Reading } from './sending.ts';

// Whom Elasticsearch takes the client's user for. Each rejects with errors of the client and UnexpectedAnswer.

export const authenticate = async (
  { security }: ElasticsearchClient,
  options: Reading = {},
): Promise<estypes.SecurityAuthenticateResponse> =>
  expectShape(await security.authenticate({}, { ...READ, ...options }), AuthenticatedUser);

export const hasPrivileges = async (
  { security }: ElasticsearchClient,
  request: estypes.SecurityHasPrivilegesRequest,
  options: Reading = {},
): Promise<estypes.SecurityHasPrivilegesResponse> =>
  expectShape(await security.hasPrivileges(request, { ...READ, ...options }), HeldPrivileges);
