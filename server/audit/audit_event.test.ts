import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../test/helpers/call_route.ts';
import { ManagedKeyError } from '../managed_keys/managed_key.ts';
import { RequestError } from '../routes/request_error.ts';
import { auditEvent, resultOf } from './audit_event.ts';

const TIMEOUT = new errors.TimeoutError('Request timed out');
const NOBODY_THERE = new errors.ConnectionError('connect ECONNREFUSED 127.0.0.1:9200');
const BUG = new TypeError('cannot read "secret" of undefined');

describe('the outcome of an operation that failed', () => {
  it.each([
    ['create', 'that Elasticsearch refuses', refusal(403, 'x', 'not you'), 'failure', '403'],
    ['create', 'that this plugin refuses', new RequestError(409, 'twice'), 'failure', '409'],
    ['create', 'that nobody answered', TIMEOUT, 'unknown', '503'],
    ['rotate', 'that may have been done', new RequestError(503, 'look first'), 'unknown', '503'],
    ['delete', 'that never reached Elasticsearch', NOBODY_THERE, 'failure', '503'],
    ['task_enable', 'that a bug has cut off', BUG, 'unknown', '500'],
    ['export', 'that nobody answered', TIMEOUT, 'failure', '503'],
    [
      'managed_key_grant',
      'that nothing was made for',
      new ManagedKeyError('disabled', 'API keys are disabled.'),
      'failure',
      '403',
    ],
  ] as const)('%s, %s, is told', (name, _case, error, outcome, code) => {
    const result = resultOf(name, error);
    expect(auditEvent(name, result, {})).toMatchObject({ event: { outcome }, error: { code } });
  });

  it('has the reason of a refusal, cut to what a line can hold, and nothing of a bug', () => {
    const long = refusal(400, 'x', 'no '.repeat(10_000));
    expect(resultOf('create', long).error?.message).toMatch(/^no no .{990,1000}$/);
    expect(resultOf('create', BUG).error?.message).not.toContain('secret');
  });
});
