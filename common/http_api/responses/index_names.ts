import * as t from 'io-ts';
import { exact, oneOf } from '../../exact.ts';
import { described } from './fields.ts';

export const IndexName = exact(
  { name: t.string, kind: oneOf(['index', 'alias', 'data_stream']) },
  {},
);
export type IndexName = Readonly<t.TypeOf<typeof IndexName>>;

export const IndexNames = exact(
  {
    names: described(
      'no more than 1,000, data streams and aliases before indices',
      t.readonlyArray(IndexName),
    ),
  },
  {},
);
export type IndexNames = Readonly<t.TypeOf<typeof IndexNames>>;
