import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { CreatedKey } from './created_key.ts';
import { described, Time } from './fields.ts';

export const RotatedKey = exact(
  {
    created: CreatedKey,
    previous: described(
      'the old key, and from when on it is of no use',
      exact({ id: t.string, expiration: Time }, {}),
    ),
  },
  {},
);
export type RotatedKey = Readonly<t.TypeOf<typeof RotatedKey>>;
