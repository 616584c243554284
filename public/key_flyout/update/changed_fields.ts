import type { ChangeableFields } from '../form/key_form.ts';

const FIELDS = ['role_descriptors', 'metadata'] as const;

/** The fields in which two versions of a key differ. */
export const changedFields = (
  a: ChangeableFields,
  b: ChangeableFields,
): (keyof ChangeableFields)[] =>
  FIELDS.filter((field) => a[field].on !== b[field].on || a[field].text !== b[field].text);

/** `mine` with the fields of `theirs` that I have left as they were in `before`. */
export function ontoTheirs(
  mine: ChangeableFields,
  before: ChangeableFields,
  theirs: ChangeableFields,
): ChangeableFields {
  const changed = changedFields(mine, before);
  const latest = (field: keyof ChangeableFields) =>
    changed.includes(field) ? mine[field] : theirs[field];
  return { role_descriptors: latest('role_descriptors'), metadata: latest('metadata') };
}
