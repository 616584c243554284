import * as t from 'io-ts';
import { exact } from '../../exact.ts';
import { described, Secret, Time } from './fields.ts';

/** The only answer that carries the secret. */
export const CreatedKey = exact(
  {
    id: t.string,
    name: t.string,
    api_key: described('the secret; it cannot be had again', Secret),
    encoded: described('the base64 of id:api_key, for a header Authorization: ApiKey …', Secret),
  },
  { expiration: Time },
);
export type CreatedKey = Readonly<t.TypeOf<typeof CreatedKey>>;
