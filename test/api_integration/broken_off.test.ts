import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { capabilitiesRoute } from '../../common/http_api/capabilities.ts';
import { countKeysRoute } from '../../common/http_api/count_keys.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { exportKeysRoute } from '../../common/http_api/export_keys.ts';
import { findOwnersRoute } from '../../common/http_api/find_owners.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { answerAsElasticsearch } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { writeKeys } from '../helpers/bulk_keys.ts';
import { startConsoleBehindProxy } from '../helpers/console_behind_proxy.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { logEntries } from '../helpers/log_entries.ts';
import { until } from '../helpers/until.ts';

let owner: TestUser;
beforeAll(async () => {
  owner = await createUser({ cluster: ['manage_own_api_key'] });
  await writeKeys(Array(2500).fill({ owner: owner.username }));
});

const isQuery = ({ url }: IncomingMessage) => url?.startsWith('/_security/_query/api_key') === true;

const post = (url: string, { path }: { path: string }, body: object, signal?: AbortSignal) =>
  fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      authorization: owner.authorization,
      'kbn-xsrf': 'test',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

/** What has been logged of requests that failed. */
const failures = (app: { output(): string }) =>
  logEntries(app.output()).filter((entry) => entry['log.logger'] === 'http');

describe('a client that hangs up', () => {
  it.each([
    ['a query', queryKeysRoute, { kinds: ['personal'] }],
    ['a search for owners', findOwnersRoute, { username: 'a' }],
    ['a count', countKeysRoute, { filter: {} }],
    ['an export', exportKeysRoute, { filter: {} }],
  ])('ends what %s has asked of Elasticsearch', async (_case, route, body) => {
    const asked = Promise.withResolvers<ServerResponse>();
    await using app = await startConsoleBehindProxy((request, response, pass) =>
      isQuery(request) ? asked.resolve(response) : pass(),
    );
    const client = new AbortController();
    const answer = post(app.url, route, body, client.signal);
    const ended = once(await asked.promise, 'close');
    client.abort();
    await expect(answer).rejects.toThrow();
    await ended;
    expect(failures(app)).toEqual([]);
  });

  it('in the middle of an export ends it', async () => {
    const second = Promise.withResolvers<ServerResponse>();
    let pages = 0;
    await using app = await startConsoleBehindProxy((request, response, pass) =>
      isQuery(request) && ++pages === 2 ? second.resolve(response) : pass(),
    );
    const client = new AbortController();
    const answer = await post(app.url, exportKeysRoute, { filter: {} }, client.signal);
    const ended = once(await second.promise, 'close');
    client.abort();
    await expect(answer.text()).rejects.toThrow();
    await ended;
    expect(failures(app)).toEqual([]);
    expect(pages).toBe(2);
  });

  it('cuts no deletion', async () => {
    const [key] = await writeKeys([{ owner: owner.username, expiration: null }]);
    const body = { ids: [key?.id] };
    const held = Promise.withResolvers<{ pass: () => void; response: ServerResponse }>();
    await using app = await startConsoleBehindProxy((request, response, pass) =>
      request.method === 'DELETE' ? held.resolve({ pass, response }) : pass(),
    );
    const client = new AbortController();
    const answer = post(app.url, deleteKeysRoute, body, client.signal);
    const { pass, response } = await held.promise;
    const answered = once(response, 'close');
    client.abort();
    await expect(answer).rejects.toThrow();
    // By its answer to another request the console has heard of the end of the first one.
    const { authorization } = owner;
    await callApi(app.url, capabilitiesRoute, { authorization });
    pass();
    await answered;
    expect(response.writableFinished).toBe(true);
  });
});

describe('an export that Elasticsearch refuses', () => {
  /** From this page on, however often it is asked for. */
  const refusing = (page: number) => {
    let pages = 0;
    return startConsoleBehindProxy((request, response, pass) => {
      if (!isQuery(request) || ++pages < page) return pass();
      const error = { type: 'unavailable_shards_exception', reason: 'recovering' };
      answerAsElasticsearch(response, 503, { error, status: 503 });
    });
  };

  it('from the beginning is an error', async () => {
    await using app = await refusing(1);
    const answer = await post(app.url, exportKeysRoute, { filter: {} });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('recovering') });
  });

  it('in the middle is cut, and logged', async () => {
    await using app = await refusing(2);
    const answer = post(app.url, exportKeysRoute, { filter: {} });
    await expect(answer.then((begun) => begun.text())).rejects.toThrow();
    await until(() => /_export broke off: .*recovering/.test(app.output()));
  });
});
