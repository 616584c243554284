import { badRequest, isBoom, unauthorized } from '@hapi/boom';
import type { Request, Server } from '@hapi/hapi';
import * as t from 'io-ts';
import { decode } from '../../../common/decode.ts';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import { exact, oneOf } from '../../../common/exact.ts';
import { Secret } from '../../../common/secret.ts';
import { authenticatedUser } from '../elasticsearch/authenticated_user.ts';
import { basicAuthorization } from '../elasticsearch/basic_authorization.ts';
import type { Elasticsearch } from '../elasticsearch/client.ts';
import { userCall } from '../elasticsearch/user_call.ts';
import { localPath } from '../http/paths.ts';
import { jsonBody, RAW_BODY } from '../http/request_body.ts';
import { currentUserClient, endSession, isTooLong, type SessionParts } from './authentication.ts';
import { LONGEST_KEPT_AUTHORIZATION } from './session_cookie.ts';
import { loginFailed, loginSucceeded, type SignedIn } from './session_events.ts';
import type { Throttle } from './throttle.ts';

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
  readonly session: SessionParts;
}

/** `POST /internal/security/login` and `GET /internal/security/me`, as in Kibana. */
export function registerSessionRoutes(
  server: Server,
  { basePath, elasticsearch, session }: SessionRouteOptions,
): void {
  server.route({
    method: 'POST',
    path: '/internal/security/login',
    options: { auth: false, payload: RAW_BODY },
    async handler(request, h) {
      const { currentURL, params } = loginBody(await jsonBody(request));
      const authorization = basicAuthorization(params.username, params.password);
      const credentials = { username: params.username, authorization };
      const audit = session.auditOf(request);
      try {
        const user = await verified(request, credentials, session.throttles.login, elasticsearch);
        audit.log(loginSucceeded(user));
      } catch (error) {
        const { statusCode, message } = refusal(error);
        audit.log(loginFailed(params.username, statusCode, message));
        throw error;
      }
      // The session of another user of the same browser must not live on in a copy of the cookie.
      await endSession(request, h, session);
      session.cookie.put(h, session.sessions.begin(new Secret(authorization), Date.now()));
      return { location: locationAfterLogin(currentURL, basePath) };
    },
  });
  server.route({
    method: 'GET',
    path: '/internal/security/me',
    handler: (request) => authenticatedUser(currentUserClient(request, elasticsearch)),
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

/**
 * Who these credentials are of. An unknown user and a wrong password are one and the same here:
 * Elasticsearch is asked once, and its answer to both is.
 * @throws Boom 401 where Elasticsearch refuses them, 429 after too many of them, 400 where no cookie
 * can hold them; errors of the client
 */
async function verified(
  request: Request,
  { username, authorization }: { readonly username: string; readonly authorization: string },
  throttle: Throttle,
  elasticsearch: Elasticsearch,
): Promise<SignedIn> {
  if (isTooLong(authorization)) throw unauthorized(WRONG_CREDENTIALS);
  const attempt = await throttle.begin(username, request.info.remoteAddress);
  const client = elasticsearch.asUser(authorization, userCall(request));
  const user = await authenticatedUser(client).catch((error: unknown) => {
    if (elasticsearchFailure(error)?.statusCode === 401) {
      attempt.failed();
      throw unauthorized(WRONG_CREDENTIALS);
    }
    attempt.toldNothing();
    throw error;
  });
  attempt.succeeded();
  if (authorization.length > LONGEST_KEPT_AUTHORIZATION) throw badRequest(UNKEEPABLE);
  return { name: user.username, realm: user.authentication_realm.name };
}

const WRONG_CREDENTIALS = 'Username or password is incorrect.';
const UNKEEPABLE =
  'Username and password are too long to log in with: a browser keeps about 2,000 characters of both.';

function refusal(error: unknown): { readonly statusCode: number; readonly message: string } {
  const failure = elasticsearchFailure(error);
  if (failure !== undefined || !isBoom(error)) return failure ?? UNEXPECTED;
  return { statusCode: error.output.statusCode, message: error.message };
}
const UNEXPECTED = { statusCode: 500, message: 'The console failed.' };

/** The login page's own `next`, where it names a path of this console, else the start. */
function locationAfterLogin(currentUrl: string, basePath: string): string {
  const url = URL.parse(currentUrl, 'http://console.invalid');
  return localPath(url?.searchParams.get('next'), basePath) ?? `${basePath}/`;
}
