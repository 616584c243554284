import { expect, it } from '@jest/globals';
import { callRoute, clientWith, refusal } from '../../test/helpers/call_route.ts';
import { defineCapabilitiesRoute } from './capabilities.ts';

const NONE = { manage_own_api_key: false, manage_api_key: false, read_security: false };

const noKeys = async (): Promise<unknown> => ({ total: 0, api_keys: [] });

const capabilities = (cluster: object, queryApiKeys = noKeys) =>
  callRoute(
    (router) => defineCapabilitiesRoute(router, 'https://search.example.org'),
    clientWith({
      queryApiKeys,
      hasPrivileges: async () => ({
        cluster: { ...NONE, ...cluster },
        index: {},
        application: {},
      }),
      authenticate: async () => ({
        username: 'ann',
        authentication_realm: { name: 'file1' },
        lookup_realm: { name: 'native1' },
      }),
    }),
  );

it.each([
  [{}, [false, false, false]],
  [{ manage_own_api_key: true }, [true, false, false]],
  [{ read_security: true }, [false, false, true]],
  [{ manage_own_api_key: true, manage_api_key: true }, [true, true, true]],
])('with %j one may manage own, manage all, read all: %j', async (privileges, may) => {
  const { body } = await capabilities(privileges);
  const { can_manage_own, can_manage_all, can_read_all } = body as Record<string, boolean>;
  expect([can_manage_own, can_manage_all, can_read_all]).toEqual(may);
});

it('the current user is named with the realm that their keys have', async () => {
  expect((await capabilities({})).body).toMatchObject({
    enabled: true,
    user: { username: 'ann', realm: 'native1' },
    elasticsearch_url: 'https://search.example.org',
  });
});

it.each([
  ['off where Elasticsearch says so', 'feature_not_enabled_exception', 400, false],
  ['on for a user who may not see them', 'security_exception', 403, true],
])('API keys are %s', async (_case, type, status, enabled) => {
  const answer = await capabilities({}, () => Promise.reject(refusal(status, type, 'no')));
  expect(answer).toMatchObject({ status: 200, body: { enabled } });
});

it('a failure to find out is a failure', async () => {
  const away = refusal(503, 'unavailable_shards_exception', 'recovering');
  expect((await capabilities({}, () => Promise.reject(away))).status).toBe(503);
});
