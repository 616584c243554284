import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Deadline } from './deadline.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('gives several requests little more than one, and what is undone after that the rest of a second', () => {
  const deadline = new Deadline(5000);
  expect(deadline.left()).toBe(5400);
  jest.advanceTimersByTime(5399);
  expect(deadline.left()).toBe(1);
  jest.advanceTimersByTime(1);
  expect(deadline.left()).toBe(450);
  jest.advanceTimersByTime(450);
  expect(deadline.left()).toBe(0);
  jest.advanceTimersByTime(5000);
  expect(deadline.left()).toBeLessThan(0);
});

it('counts no longer once it is lifted', () => {
  const deadline = new Deadline(5000);
  jest.advanceTimersByTime(6000);
  deadline.lift();
  expect(deadline.left()).toBe(Number.POSITIVE_INFINITY);
});
