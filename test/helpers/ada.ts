import type { Server } from '@hapi/hapi';
import { answerAsElasticsearch, answeringServer } from './answering_server.ts';
import { basic } from './elasticsearch.ts';
import { cookieIn, loginRequest } from './log_in.ts';

/** The one user that `elasticsearchWithAda` knows. */
export const ada = { username: 'ada', password: 'correct horse' };
export const ADA = basic(ada.username, ada.password);
export const ADAS_KEY = 'ApiKey aWQ6a2V5';

/** Knows one user, unless it is told to be away, silent, oblivious or odd; shows which header came. */
export async function elasticsearchWithAda() {
  let state: 'available' | 'oblivious' | 'silent' | 'odd' | 'away' = 'available';
  const server = await answeringServer(({ headers: { authorization = '' } }, response) => {
    if (state === 'away') return response.destroy();
    if (state === 'silent') return;
    if (state === 'odd') return answerAsElasticsearch(response, 200, { acknowledged: true });
    if (state === 'available' && [ADA, ADAS_KEY].includes(authorization)) {
      const authentication_realm = { name: 'native1', type: 'native' };
      const user = { username: ada.username, roles: [], authentication_realm, authorization };
      return answerAsElasticsearch(response, 200, user);
    }
    const error = { type: 'security_exception', reason: 'unable to authenticate' };
    answerAsElasticsearch(response, 401, { error });
  });
  return {
    server,
    becomes(next: typeof state) {
      state = next;
    },
  };
}

export async function loggedIn(server: Server): Promise<string> {
  return cookieIn((await server.inject(loginRequest(ada))).headers);
}

export const me = (server: Server, headers: Readonly<Record<string, string>> = {}) =>
  server.inject({ url: '/internal/security/me', headers });
