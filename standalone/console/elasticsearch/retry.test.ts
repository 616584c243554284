import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pauseBeforeRetry } from './retry.ts';

type Meta = ConstructorParameters<typeof errors.ResponseError>[0];

const answer = (statusCode: number, headers = {}) =>
  new errors.ResponseError({ statusCode, headers, body: {}, warnings: null, meta: {} } as Meta);
const REFUSED = new errors.ConnectionError('connect ECONNREFUSED 127.0.0.1:9');
const RESET = new errors.ConnectionError('other side closed');

const READ = { attempts: 1, maxRetries: 2, hosts: 1, left: 30_000 };
const CREATE = { ...READ, maxRetries: 0 };

describe('a request that failed is sent again', () => {
  it.each([
    ['the connection broke', RESET],
    ['no connection was made', REFUSED],
    ...[429, 502, 503, 504].map((status) => [`the answer was ${status}`, answer(status)] as const),
  ])('after a while where it only reads and %s', (_why, error) => {
    expect(pauseBeforeRetry({ ...READ, error }, 0)).toBe(50);
    expect(pauseBeforeRetry({ ...READ, error }, 1)).toBe(150);
  });

  it('twice as late each time, and so often as it may', () => {
    const pauses = [1, 2, 3].map((attempts) =>
      pauseBeforeRetry({ ...READ, error: RESET, attempts }, 0.5),
    );
    expect(pauses).toEqual([100, 200, undefined]);
  });

  it('not before it was told to, and not at all where that is too late', () => {
    const error = answer(429, { 'retry-after': '2' });
    expect(pauseBeforeRetry({ ...READ, error }, 0.5)).toBe(2000);
    expect(pauseBeforeRetry({ ...READ, error, left: 2000 }, 0.5)).toBeUndefined();
  });

  it('to another host at once where none has got it, whatever it does', () => {
    const failed = { ...CREATE, error: REFUSED, hosts: 2 };
    expect(pauseBeforeRetry(failed, 0.5)).toBe(0);
    expect(pauseBeforeRetry({ ...failed, attempts: 2 }, 0.5)).toBeUndefined();
  });
});

describe('a request that failed is never sent again', () => {
  it('where it changes something and may have been received', () => {
    const anyError = fc.constantFrom(RESET, ...[400, 429, 502, 503, 504].map((s) => answer(s)));
    fc.assert(
      fc.property(anyError, fc.integer({ min: 1, max: 9 }), fc.double(UNIT), (error, hosts, r) => {
        expect(pauseBeforeRetry({ ...CREATE, error, hosts }, r)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['a refusal', answer(403)],
    ['a fault of its own', answer(500)],
    ['garbage', new errors.DeserializationError('Unexpected token', '')],
    ['a time-out', new errors.TimeoutError('Request timed out')],
    ['a bug', new TypeError('x is not a function')],
  ])('after %s', (_case, error) => {
    expect(pauseBeforeRetry({ ...READ, error, hosts: 3 }, 0.5)).toBeUndefined();
  });
});

const UNIT = { min: 0, max: 1, noNaN: true };
