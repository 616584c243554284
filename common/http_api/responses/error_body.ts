import * as t from 'io-ts';
import { wholeNumber } from '../../bounded.ts';
import { exact } from '../../exact.ts';
import { JsonObject } from '../../json.ts';
import { described } from './fields.ts';

/** The body of every error, as in Kibana's own HTTP APIs. */
export const ErrorBody = exact(
  {
    statusCode: wholeNumber(400, 599),
    error: described('the name of the status', t.string),
    message: described(
      'a sentence for a person; what is wrong with a field names its path',
      t.string,
    ),
  },
  { attributes: described('what a program may want to know besides', JsonObject) },
);
export type ErrorBody = Readonly<t.TypeOf<typeof ErrorBody>>;
