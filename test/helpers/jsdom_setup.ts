import { TextDecoder } from 'node:util';
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/react';

// The attribute as in Kibana; patience for a machine that does other things as well.
configure({ testIdAttribute: 'data-test-subj', asyncUtilTimeout: 5000 });

// Every browser has these, jsdom does not.
Object.assign(globalThis, { TextDecoder });
Element.prototype.scrollIntoView = () => {};

// A stray console.error is a defect of the page: React warns there of everything that is wrong.
let errors: unknown[][];
beforeEach(() => {
  errors = [];
  jest.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    errors.push(args);
  });
});
afterEach(() => {
  expect(errors).toEqual([]);
});
