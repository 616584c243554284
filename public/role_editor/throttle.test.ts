import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { throttle } from './throttle.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** What is done, with the ms since the beginning. */
function watched() {
  const start = Date.now();
  const done: number[] = [];
  return { done, ...throttle(() => done.push(Date.now() - start), 100) };
}

it('what is asked for once is done at once', () => {
  const { done, ask } = watched();
  ask();
  jest.advanceTimersByTime(500);
  expect(done).toEqual([0]);
});

it('what is asked for often is done now and then, and once more after the last time', () => {
  const { done, ask } = watched();
  for (let time = 0; time < 250; time += 10) {
    ask();
    jest.advanceTimersByTime(10);
  }
  jest.advanceTimersByTime(500);
  expect(done).toEqual([0, 100, 200, 300]);
});

it('after a rest it is done at once again', () => {
  const { done, ask } = watched();
  ask();
  jest.advanceTimersByTime(150);
  ask();
  expect(done).toEqual([0, 150]);
});

it('what is waited for can be had at once, and not twice', () => {
  const { done, ask, flush } = watched();
  ask();
  flush();
  expect(done).toEqual([0]);
  ask();
  flush();
  jest.advanceTimersByTime(500);
  expect(done).toEqual([0, 0]);
});

it('nothing is done after it was stopped', () => {
  const { done, ask, stop } = watched();
  ask();
  ask();
  stop();
  jest.advanceTimersByTime(500);
  expect(done).toEqual([0]);
});
