import type { Request, UserCredentials } from '@hapi/hapi';
import { callerOf } from '../session/authentication.ts';
import { namedCredentials } from '../session/named_credentials.ts';
import { requestId } from './request_id.ts';

/**
 * Who asked for what, from where, in the Elastic Common Schema: for the log and the audit trail.
 * Without the query: it may hold what a user searched for.
 */
export function requestFields(request: Request) {
  const { headers } = request.raw.req;
  const id = requestId(request);
  const forwarded = headers['x-forwarded-for'];
  const caller = callerOf(request);
  return {
    ...(caller && callerFields(caller)),
    client: { ip: request.info.remoteAddress },
    http: {
      request: {
        id,
        method: request.method.toUpperCase(),
        ...(forwarded !== undefined && { headers: { 'x-forwarded-for': forwarded } }),
      },
    },
    url: { path: request.path },
    trace: { id },
    user_agent: { original: headers['user-agent'] },
  };
}

function callerFields({ authorization }: UserCredentials): object {
  const { scheme, name = '' } = namedCredentials(authorization.reveal()) ?? {};
  return scheme === 'basic' ? { user: { name } } : { apikey: { id: name } };
}
