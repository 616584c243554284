import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from '@jest/globals';
import { elasticsearchFailure, wasNeverSent } from './elasticsearch_failure.ts';

type Meta = ConstructorParameters<typeof errors.ResponseError>[0];

const response = (statusCode: number, body: unknown, headers = {}) =>
  new errors.ResponseError({ statusCode, body, headers, warnings: null, meta: {} } as Meta);

const refusal = (type: string, reason: string, caused_by?: object) => ({
  error: { type, reason, ...(caused_by && { caused_by }) },
});

describe('a failure of Elasticsearch', () => {
  it.each([400, 401, 403, 404, 409])('passes a %i on with its reason', (status) => {
    expect(elasticsearchFailure(response(status, refusal('some_exception', 'why not')))).toEqual({
      statusCode: status,
      message: 'why not',
    });
  });

  it('passes on when to try again', () => {
    const failure = elasticsearchFailure(
      response(429, refusal('es_rejected_execution_exception', 'busy'), { 'retry-after': '7' }),
    );
    expect(failure).toEqual({
      statusCode: 429,
      message: 'busy',
      headers: { 'retry-after': '7' },
    });
  });

  it('gives the innermost reason, which names the place', () => {
    const body = refusal('x_content_parse_exception', '[1:44] failed to parse field [r]', {
      type: 'x_content_parse_exception',
      reason: 'failed to parse field',
      caused_by: { type: 'parse_exception', reason: 'unexpected field [foo]' },
    });
    expect(elasticsearchFailure(response(400, body))?.message).toBe('unexpected field [foo]');
  });

  it('gives the reason of a shard where all of them failed', () => {
    const { error } = refusal('search_phase_execution_exception', 'all shards failed');
    const reason = refusal('query_shard_exception', 'failed to create query', {
      type: 'too_complex_to_determinize_exception',
      reason: 'would require more than 10000 effort',
    }).error;
    const body = { error: { ...error, failed_shards: [{ shard: 0, reason }] } };
    expect(elasticsearchFailure(response(400, body))?.message).toBe(
      'would require more than 10000 effort',
    );
  });

  it.each([
    ['an error of the server', response(500, refusal('exception', 'api keys are broken'))],
    ['a proxy that says 502 in HTML', response(502, '<html>Bad gateway</html>')],
    ['another product that says 404', response(404, { message: 'no such page' })],
    ['no connection', new errors.ConnectionError('connect ECONNREFUSED 10.1.2.3:9200')],
    ['no living host', new errors.NoLivingConnectionsError('none', {} as Meta)],
    ['a time-out', new errors.TimeoutError('Request timed out')],
    ['garbage', new errors.DeserializationError('Unexpected token', '<secret>')],
    ['another product', new errors.ProductNotSupportedError('Elasticsearch')],
  ])('is a 503 to be tried again after %s', (_case, error) => {
    const failure = elasticsearchFailure(error);
    expect(failure).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    expect(failure?.message).toMatch(
      /^(Elasticsearch|What answers at).* Try again in a few seconds\.$/,
    );
    expect(failure?.message).not.toMatch(/10\.1\.2\.3|secret|html/);
  });

  it.each([new TypeError('x is not a function'), 'text', undefined])(
    'is not seen in an error of our own (%p)',
    (error) => {
      expect(elasticsearchFailure(error)).toBeUndefined();
    },
  );
});

describe('a request was never sent', () => {
  const meta = {} as Meta;
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:9200', true],
    ['connection failed (http://localhost:9200/)', true],
    ['getaddrinfo ENOTFOUND elasticsearch', true],
    ['Connect Timeout Error (attempted address: 10.1.2.3:9200, timeout: 10000ms)', true],
    ['self-signed certificate in certificate chain', true],
    ["Hostname/IP does not match certificate's altnames: IP: 10.1.2.3 is not in the list", true],
    ['error:0A00010B:SSL routines:tls_validate_record_header:wrong version number', true],
    ['other side closed - Local: 127.0.0.1:3, Remote: 127.0.0.1:9200', false],
    ['read ECONNRESET', false],
    ['terminated', false],
  ])('where the connection says "%s": %j', (message, wasNot) => {
    expect(wasNeverSent(new errors.ConnectionError(message))).toBe(wasNot);
  });

  it('where there is no host to send it to, and in no other case', () => {
    expect(wasNeverSent(new errors.NoLivingConnectionsError('none', meta))).toBe(true);
    expect(wasNeverSent(new errors.TimeoutError('connect ECONNREFUSED'))).toBe(false);
    expect(wasNeverSent(response(503, refusal('exception', 'ECONNREFUSED')))).toBe(false);
  });
});

it('of a busy or failing Elasticsearch says when to try again, where that was said', () => {
  const later = { 'retry-after': '30' };
  expect(elasticsearchFailure(response(503, refusal('exception', 'x'), later))).toMatchObject({
    statusCode: 503,
    headers: later,
  });
  expect(elasticsearchFailure(response(429, '<html>', later))).toMatchObject({
    statusCode: 503,
    headers: later,
  });
});
