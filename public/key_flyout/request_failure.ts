import type { IntlShape } from 'react-intl';
import { ApiError } from '../api/api_error.ts';
import { problemLines } from '../role_editor/json_problem.ts';
import { locateReason } from '../role_editor/locate_reason.ts';
import type { ChangeableFields, Field, FieldErrors } from './key_form.ts';

/** A request that failed for a reason that belongs to no field. */
export interface RequestFailure {
  /** `unanswered`: what was asked for may have happened all the same. */
  readonly kind: 'refused' | 'unanswered';
  readonly message: string;
}

export interface PlacedFailure {
  readonly errors: FieldErrors;
  readonly failure?: RequestFailure;
}

/** Puts the failure of a request where it belongs: at the field that a 400 is about, or at none. */
export function placeFailure(
  error: unknown,
  fields: ChangeableFields,
  intl: IntlShape,
): PlacedFailure {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof ApiError ? error.statusCode : undefined;
  if (status === undefined || status >= 500)
    return { errors: {}, failure: { kind: 'unanswered', message } };
  const field = status === 400 ? fieldOf(message) : undefined;
  if (field === undefined) return { errors: {}, failure: { kind: 'refused', message } };
  return { errors: { [field]: reasonAt(field, message, fields, intl) } };
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

const fieldOf = (message: string): Field | undefined =>
  NAMED.find(([pattern]) => pattern.test(message))?.[1];

function reasonAt(
  field: Field,
  reason: string,
  fields: ChangeableFields,
  intl: IntlShape,
): readonly string[] {
  if (field !== 'role_descriptors' && field !== 'metadata') return [reason];
  const { text } = fields[field];
  const problem = locateReason(text, reason);
  return problem === undefined ? [reason] : problemLines(text, [problem], intl);
}
