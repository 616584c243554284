import { expect, it } from '@jest/globals';
import * as t from 'io-ts';
import { expectShape, readAs, UnexpectedAnswer } from './elasticsearch_answer.ts';
import { elasticsearchFailure } from './elasticsearch_failure.ts';

const Shape = t.type({ total: t.number });

it('lets an answer pass that holds what is read of it, with all else that it holds', () => {
  const answer = { total: 1, took: 5 };
  expect(expectShape(answer, Shape)).toBe(answer);
  expect(readAs(Shape, answer)).toBe(answer);
});

it.each([{}, [], null, 'text', { total: '1' }])(
  'takes %j for a failure of Elasticsearch',
  (answer) => {
    expect(() => expectShape(answer, Shape)).toThrow(UnexpectedAnswer);
    expect(() => readAs(Shape, answer)).toThrow(UnexpectedAnswer);
    expect(elasticsearchFailure(new UnexpectedAnswer())).toMatchObject({
      statusCode: 503,
      message: expect.stringContaining('not what it was asked for'),
    });
  },
);
