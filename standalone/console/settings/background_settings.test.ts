import { describe, expect, it } from '@jest/globals';
import { settingsOf } from '../../../test/helpers/console_in_process.ts';
import { backgroundSettings } from './background_settings.ts';

const USER = { 'elasticsearch.username': 'console', 'elasticsearch.password': 'secret' };
const TOKEN = { 'elasticsearch.serviceAccountToken': 'secret' };
const KEY = { 'xpack.encryptedSavedObjects.encryptionKey': 'x'.repeat(32) };

describe('background tasks', () => {
  it.each([
    ['a user', { ...USER, ...KEY }],
    ['a service account', { ...TOKEN, ...KEY }],
  ])('are on with %s and an encryption key', (_who, settings) => {
    const found = backgroundSettings(settingsOf(settings));
    expect(found.kind === 'complete' && found.encryptionKey.reveal()).toBe('x'.repeat(32));
  });

  it.each([
    [USER, 'Background tasks are off: set xpack.encryptedSavedObjects.encryptionKey.'],
    [
      KEY,
      'Background tasks are off: set elasticsearch.username and elasticsearch.password (or elasticsearch.serviceAccountToken).',
    ],
    [
      {},
      'Background tasks are off: set elasticsearch.username and elasticsearch.password (or elasticsearch.serviceAccountToken), and xpack.encryptedSavedObjects.encryptionKey.',
    ],
  ])('name what is missing besides %o', (settings, message) => {
    expect(backgroundSettings(settingsOf(settings))).toEqual({ kind: 'missing', message });
  });
});
