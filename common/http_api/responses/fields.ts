import * as t from 'io-ts';
import { wholeNumber } from '../../bounded.ts';
import { concealed, refined } from '../../exact.ts';

/** `codec` with a sentence on what its value is, for the OpenAPI document. */
export const described = <A>(description: string, codec: t.Type<A, unknown>): t.Type<A, unknown> =>
  refined(codec, codec.name, () => true, { description });

/** Elasticsearch takes an expiration beyond the numbers in which a double counts exactly. */
export const Time = wholeNumber(0, 2 ** 63, 'milliseconds since the epoch');
export const Count = wholeNumber(0);
export const Secret = concealed(t.string);
