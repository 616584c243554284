import { decode } from '../../../common/decode.ts';
import { ErrorBody } from '../../../common/http_api/responses/error_body.ts';
import { errorStatusesOf } from '../../../common/openapi/document.ts';
import type { Operation } from '../../../common/openapi/operation.ts';
import type { RawAnswer } from './raw_send.ts';
import type { FuzzRequest, Given } from './requests.ts';

/** What is wrong with an answer, or `undefined`. */
export function objectionTo(
  { operation, given }: FuzzRequest,
  answer: RawAnswer,
): string | undefined {
  if (answer.status >= 500) return `A failure of the server: ${answer.status}`;
  return given && objectionToPlain(operation, given, answer);
}

/** A request that can be read in one way is answered as its codecs and the document say. */
function objectionToPlain(
  operation: Operation,
  given: Given,
  { status, body, contentType }: RawAnswer,
): string | undefined {
  const { route, response } = operation;
  const isPlace = route.params.is(given.params) && route.query.is(given.query);
  if (!isPlace) return status < 400 ? `Taken, though its address is wrong: ${status}` : undefined;
  const isTakeable = route.body.is(given.body);
  if (status === 200) {
    if (!isTakeable) return 'Taken, though its body is wrong';
    return response.is(body) ? undefined : 'Answered in another way than documented';
  }
  if (!errorStatusesOf(operation).some((documented) => documented === status))
    return `An undocumented status: ${status}`;
  const error = decode(ErrorBody, body);
  if (!contentType.startsWith('application/json') || !error.ok)
    return `An error of another shape: ${contentType} ${JSON.stringify(error)}`;
  const { message } = error.value;
  const namesPlace = message.startsWith('[request body') && [400, 413].includes(status);
  return isTakeable || namesPlace ? undefined : `The body is wrong, but ${status} says: ${message}`;
}

/** A request for a message: whoever it came from stays unnamed. */
export const requestText = ({ kind, method, path, headers, body = '' }: FuzzRequest): string => {
  const { authorization: _secret, ...shown } = headers;
  const text = [kind, method, path, JSON.stringify(shown), JSON.stringify(body.toString())];
  return text.map((part) => part.slice(0, 1000)).join(' ');
};
