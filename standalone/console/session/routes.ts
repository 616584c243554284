import { badRequest, unauthorized } from '@hapi/boom';
import type { Server } from '@hapi/hapi';
import * as t from 'io-ts';
import { decode } from '../../../common/decode.ts';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import { exact, oneOf } from '../../../common/exact.ts';
import { basicAuthorization } from '../elasticsearch/basic_authorization.ts';
import type { Elasticsearch } from '../elasticsearch/client.ts';
import { localPath } from '../http/paths.ts';
import { jsonBody, RAW_BODY } from '../http/request_body.ts';
import { currentUserClient, endSession, isTooLong, SESSION_COOKIE } from './authentication.ts';
import type { Sessions } from './sessions.ts';

/** What Kibana's login page sends. */
const LoginBody = exact(
  {
    providerType: oneOf(['basic']),
    providerName: t.string,
    currentURL: t.string,
    params: exact({ username: t.string, password: t.string }, {}),
  },
  {},
);

interface SessionRouteOptions {
  readonly basePath: string;
  readonly elasticsearch: Elasticsearch;
  readonly sessions: Sessions;
}

/** `POST /internal/security/login` and `GET /internal/security/me`, as in Kibana. */
export function registerSessionRoutes(
  server: Server,
  { basePath, elasticsearch, sessions }: SessionRouteOptions,
): void {
  server.route({
    method: 'POST',
    path: '/internal/security/login',
    options: { auth: false, payload: RAW_BODY },
    async handler(request, h) {
      const { currentURL, params } = loginBody(jsonBody(request));
      const authorization = basicAuthorization(params.username, params.password);
      await verify(elasticsearch, authorization, request.info.id);
      // The session of another user of the same browser must not live on in a copy of the cookie.
      endSession(request, h, sessions);
      h.state(SESSION_COOKIE, { ...sessions.begin(authorization, Date.now()) });
      return { location: locationAfterLogin(currentURL, basePath) };
    },
  });
  server.route({
    method: 'GET',
    path: '/internal/security/me',
    handler: (request) => currentUserClient(request, elasticsearch).security.authenticate(),
  });
}

function loginBody(body: unknown): t.TypeOf<typeof LoginBody> {
  const decoded = decode(LoginBody, body);
  if (decoded.ok) return decoded.value;
  // Unlike elsewhere without what came instead: it may be a password in the wrong place.
  const problems = decoded.problems.map(
    ({ path, expected }) => `[${['request body', ...path].join('.')}]: expected ${expected}`,
  );
  throw badRequest(problems.join('; '));
}

const WRONG_CREDENTIALS = 'Username or password is incorrect.';

async function verify(
  elasticsearch: Elasticsearch,
  authorization: string,
  requestId: string,
): Promise<void> {
  if (isTooLong(authorization)) throw unauthorized(WRONG_CREDENTIALS);
  try {
    await elasticsearch.asUser(authorization, requestId).security.authenticate();
  } catch (error) {
    if (elasticsearchFailure(error)?.statusCode !== 401) throw error;
    throw unauthorized(WRONG_CREDENTIALS);
  }
}

/** The login page's own `next`, where it names a path of this console, else the start. */
function locationAfterLogin(currentUrl: string, basePath: string): string {
  const url = URL.parse(currentUrl, 'http://console.invalid');
  return localPath(url?.searchParams.get('next'), basePath) ?? `${basePath}/`;
}
