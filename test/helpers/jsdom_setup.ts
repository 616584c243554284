import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/react';

// As in Kibana.
configure({ testIdAttribute: 'data-test-subj' });

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
