import type { IntlShape } from 'react-intl';
import { ApiError, mayHaveWorked } from '../../api/api_error.ts';
import { locateReasons, reasonLines } from '../../role_editor/locate_reason.ts';
import type { ChangeableFields, Field, FieldErrors } from './key_form.ts';

/** A request that failed for a reason that belongs to no field. */
export type RequestFailure =
  /** `unanswered`: what was asked for may have happened all the same. */
  | { readonly kind: 'refused' | 'unanswered'; readonly message: string }
  /** Nothing was sent: the key is no longer what the form was filled from. */
  | { readonly kind: 'changed'; readonly theirs: ChangeableFields };

export interface PlacedFailure {
  readonly errors: FieldErrors;
  readonly failure?: RequestFailure;
}

/** The key was changed elsewhere, to `theirs`, since the form was filled from it. */
export class ChangedMeanwhile extends Error {
  readonly theirs: ChangeableFields;

  constructor(theirs: ChangeableFields) {
    super('The key was changed meanwhile');
    this.theirs = theirs;
  }
}

/** Puts the failure of a request where it belongs: at the field that a 400 is about, or at none. */
export function placeFailure(
  error: unknown,
  fields: ChangeableFields,
  intl: IntlShape,
): PlacedFailure {
  if (error instanceof ChangedMeanwhile)
    return { errors: {}, failure: { kind: 'changed', theirs: error.theirs } };
  const failure = requestFailure(error);
  const isBadRequest = error instanceof ApiError && error.statusCode === 400;
  const field = isBadRequest ? fieldOf(failure.message, fields) : undefined;
  if (field === undefined) return { errors: {}, failure };
  const lines =
    field === 'role_descriptors' || field === 'metadata'
      ? reasonLines(fields[field].text, failure.message, intl)
      : [failure.message];
  return { errors: { [field]: lines } };
}

/** What became of a request that failed. */
export function requestFailure(
  error: unknown,
): Extract<RequestFailure, { readonly message: string }> {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: mayHaveWorked(error) ? 'unanswered' : 'refused', message };
}

/** How the server's own messages and Elasticsearch's reasons name a field; the first match counts. */
const NAMED: readonly (readonly [RegExp, Field])[] = [
  [/^\[request body\.name\b/, 'name'],
  [/^\[request body\.expiration\b/, 'expiration'],
  [/^\[request body\.metadata\b/, 'metadata'],
  [/^\[request body\.role_descriptors\b/, 'role_descriptors'],
  [/api key name/i, 'name'],
  [/\brole\b|privilege|restriction|workflow|application/i, 'role_descriptors'],
  [/expiration|time value/i, 'expiration'],
  [/metadata/i, 'metadata'],
];

/** The field that a refusal is about, where it can be told and the form shows it. */
function fieldOf(message: string, fields: ChangeableFields): Field | undefined {
  const { role_descriptors } = fields;
  const isPlaced = role_descriptors.on && locateReasons(role_descriptors.text, message).length > 0;
  const field =
    NAMED.find(([pattern]) => pattern.test(message))?.[1] ??
    (isPlaced ? 'role_descriptors' : undefined);
  const isHidden = (field === 'role_descriptors' || field === 'metadata') && !fields[field].on;
  return isHidden ? undefined : field;
}
