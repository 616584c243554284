import { format, inspect } from 'node:util';
import { expect, it } from '@jest/globals';
import { Secret } from './secret.ts';

const secret = new Secret('correct horse');

it.each<[string, () => string]>([
  ['in a text', () => `${secret}`],
  ['added to a text', () => `Basic ${String(secret)}`],
  ['in JSON', () => JSON.stringify({ settings: [secret] })],
  ['inspected', () => inspect({ settings: { secret } }, { showHidden: true, depth: 9 })],
  ['printed', () => format('%s %o %j', secret, secret, secret)],
  ['in an error', () => inspect(Object.assign(new Error('no'), { secret }))],
  ['as entries', () => JSON.stringify(Object.entries({ ...secret }))],
  ['cloned', () => inspect(structuredClone({ ...secret }))],
])('a secret %s shows nothing', (_case, shown) => {
  expect(shown()).not.toContain('horse');
});

it('a secret is there for whoever asks for it', () => {
  expect(secret.reveal()).toBe('correct horse');
});
