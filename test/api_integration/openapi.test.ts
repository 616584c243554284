import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { decode } from '../../common/decode.ts';
import { isJsonObject } from '../../common/exact.ts';
import { openApiRoute } from '../../common/http_api/openapi.ts';
import { CREATED_KEY, EXAMPLE_ID } from '../../common/openapi/examples.ts';
import { OPERATIONS } from '../../common/openapi/operations.ts';
import { callAnyRoute, callWhenFree } from '../helpers/call_any_route.ts';
import type { TestConsole } from '../helpers/console.ts';
import { startConsoleWithTasks } from '../helpers/console_with_tasks.ts';
import { basic, createUser, sharedElasticsearch, type TestUser } from '../helpers/elasticsearch.ts';
import { createKeys } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(120_000);

let app: TestConsole;
let user: TestUser;
/** Of each example. */
let requests: readonly Parameters<typeof callAnyRoute>[2][];

beforeAll(async () => {
  [app, user] = await Promise.all([
    startConsoleWithTasks(),
    createUser({
      cluster: ['manage_own_api_key'],
      indices: [{ names: ['books-*'], privileges: ['read'] }],
    }),
  ]);
  requests = await requestsWithRealKeys();
});
afterAll(() => app.stop());

const EXAMPLES = OPERATIONS.flatMap((operation) =>
  operation.examples.map((example) => ({
    name: `${operation.id}: ${example.summary}`,
    operation,
    example,
  })),
).map((example, index) => ({ ...example, index }));

/** The same with keys that there are, in place of that of the examples. */
async function requestsWithRealKeys(): Promise<typeof requests> {
  const keys = await createKeys(
    app.url,
    user,
    EXAMPLES.map(() => ({ name: 'k', expiration: '10d' })),
  );
  return EXAMPLES.map(({ example: { params, query, body }, index }) => {
    const { id, encoded } = keys[index] ?? CREATED_KEY;
    const text = JSON.stringify({ params, query, body });
    return JSON.parse(text.replaceAll(CREATED_KEY.encoded, encoded).replaceAll(EXAMPLE_ID, id));
  });
}

describe('an example of the OpenAPI document', () => {
  it.each(EXAMPLES)('($name) is answered as it says', async ({ operation, example, index }) => {
    const { route, tag, response, contentType = 'application/json', isSecret } = operation;
    const authorization =
      tag === 'tasks' ? basic('elastic', sharedElasticsearch().password) : user.authorization;
    const headers = { authorization };
    const answer = await callWhenFree(app.url, route, { ...requests[index], headers });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(contentType);
    if (isSecret) expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(decode(response, answer.body)).toMatchObject({ ok: true });
    // As far as the document knows: it says nothing of what a field may be that is not always there.
    if (isJsonObject(example.response))
      expect(Object.keys(answer.body as object)).toEqual(
        expect.arrayContaining(Object.keys(example.response)),
      );
  });
});

it('is the document of docs/openapi.json', async () => {
  const { authorization } = user;
  const { body } = await callAnyRoute(app.url, openApiRoute, { headers: { authorization } });
  expect(body).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
});

it('is not for those whom nobody knows', async () => {
  const { status, body } = await callAnyRoute(app.url, openApiRoute);
  expect([status, body]).toEqual([401, expect.objectContaining({ statusCode: 401 })]);
});
