import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { described, Time } from './fields.ts';

/** Whether a key can be used, as Elasticsearch says. */
export const TestedKey = t.union([
  exact(
    { valid: t.literal(true), id: t.string, name: t.string, username: t.string },
    { expiration: Time },
  ),
  exact(
    {
      valid: t.literal(false),
      reason: described('a sentence; wrong, expired, deleted and malformed differ', t.string),
    },
    {},
  ),
]);
export type TestedKey = t.TypeOf<typeof TestedKey>;
