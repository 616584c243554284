import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { described } from './fields.ts';

export const UpdatedKey = exact(
  { updated: described('false where it was like that already', t.boolean) },
  {},
);
export type UpdatedKey = Readonly<t.TypeOf<typeof UpdatedKey>>;
