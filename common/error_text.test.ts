import { errors } from '@elastic/elasticsearch';
import { expect, it } from '@jest/globals';
import { errorText } from './error_text.ts';

it.each([
  ['an error', new TypeError('x is not a function'), 'x is not a function'],
  ['anything else', 'no', 'no'],
])('the text of %s is its own', (_case, error, text) => {
  expect(errorText(error)).toBe(text);
});

it('the text of an answer that cannot be read quotes nothing of it', () => {
  const answer = '{"id":"a","api_key":"the secret';
  const error = new errors.DeserializationError(`Unexpected end of JSON: ${answer}`, answer);
  expect(errorText(error)).toMatch(/^Elasticsearch sent an answer that cannot be read\./);
});
