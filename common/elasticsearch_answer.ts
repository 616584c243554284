import type * as t from 'io-ts';

/** What came as an answer of Elasticsearch lacks what is read of it. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/**
 * The answer, which the client's types only promise to be like this. `shape` says what is read of
 * it; whatever else it holds is left alone.
 * @throws UnexpectedAnswer
 */
export function expectShape<A>(answer: A, shape: t.Mixed): A {
  readAs(shape, answer);
  return answer;
}

/** What the client's types do not even promise to be like this. @throws UnexpectedAnswer */
export function readAs<A>(shape: t.Type<A>, answer: unknown): A {
  if (shape.is(answer)) return answer;
  throw new UnexpectedAnswer('Not the answer that was expected');
}
