import { expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { runLength } from './run_length.ts';

it.each([
  [0, '0 milliseconds'],
  [420, '420 milliseconds'],
  [1000, '1 second'],
  [1234, '1.2 seconds'],
  [75_400, '75 seconds'],
  [180_000, '3 minutes'],
  [7_200_000, '2 hours'],
])('%i ms are %s', (ms, text) => {
  expect(runLength(ms, createIntl({ locale: 'en' }))).toBe(text);
});
