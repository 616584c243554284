import { errors } from '@elastic/elasticsearch';
import { describe, expect, it, jest } from '@jest/globals';
import { UnexpectedAnswer } from '../../common/elasticsearch_answer.ts';
import { callRoute, clientWith, refusal } from '../../test/helpers/call_route.ts';
import { defineCreateRoute } from './create.ts';

const CREATED = { id: 'k1', name: 'k', api_key: 's', encoded: 'azE6cw==' };
const BODY = {
  name: 'k',
  expiration: '90d',
  metadata: { team: 'books' },
  role_descriptors: { r: { cluster: ['monitor'] } },
};

const create = (createApiKey: () => Promise<unknown>) =>
  callRoute(defineCreateRoute, clientWith({ createApiKey }), { body: BODY });
const failing = (error: Error) => create(() => Promise.reject(error));

describe('POST /keys', () => {
  it('answers with the secret, which nobody may store', async () => {
    const answer = await create(async () => CREATED);
    expect(answer).toEqual({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: CREATED,
    });
  });

  it('gives Elasticsearch what was given, and never twice', async () => {
    const createApiKey = jest.fn(async (..._request: unknown[]) => CREATED);
    await create(createApiKey);
    expect(createApiKey.mock.calls).toEqual([[BODY, { maxRetries: 0 }]]);
  });

  it.each([
    ['a time-out', new errors.TimeoutError('Request timed out')],
    ['a connection that was cut', new errors.ConnectionError('other side closed')],
    ['an answer that cannot be read', new errors.DeserializationError('Unexpected end', '{')],
    ['an answer without the key', new UnexpectedAnswer()],
    ['an error while it was stored', refusal(503, 'unavailable_shards_exception', 'primary away')],
  ])('says after %s that the key may exist', async (_case, error) => {
    expect(await failing(error)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: {
        message: expect.stringContaining('it may have been created'),
        attributes: { outcome: 'unknown' },
      },
    });
  });

  it.each([
    ['nobody listens', new errors.ConnectionError('connect ECONNREFUSED 127.0.0.1:9200')],
    ['the name is unknown', new errors.ConnectionError('getaddrinfo ENOTFOUND elasticsearch')],
    ['nobody is there', new errors.ConnectionError('Connect Timeout Error (timeout: 500ms)')],
    ['its certificate is not right', new errors.ConnectionError('self-signed certificate')],
  ])('does not say so where %s', async (_case, error) => {
    expect(await failing(error)).toMatchObject({
      status: 503,
      body: {
        message: expect.not.stringContaining('may have been created'),
        attributes: { outcome: 'failure' },
      },
    });
  });

  it('passes on why Elasticsearch refused', async () => {
    expect(await failing(refusal(400, 'illegal_argument_exception', 'not so'))).toMatchObject({
      status: 400,
      body: { message: 'not so' },
    });
  });
});
