/** @jest-environment jsdom */
import { jest } from '@jest/globals';
import { describePage } from './page_contract.tsx';

jest.mock('@elastic/eui', () =>
  jest.requireActual('../kibana_9_1/node_modules/@elastic/eui/test-env'),
);

describePage('9.1');
