import { useRef, useState } from 'react';
import type { Field, FieldErrors } from './key_form.ts';

/** What is wrong with each field, from the check of the form, from the editors and from the server. */
export interface ErrorsOfFields {
  readonly errors: FieldErrors;
  /** All that is wrong now, as the form's own check has it. */
  replace(errors: FieldErrors): void;
  /** As `replace`, for what the server said: it counts until the field is touched. */
  refuse(errors: FieldErrors): void;
  touch(fields: readonly string[]): void;
  /** What is wrong with one field now, which is less than what the server knows. */
  report(field: Field, errors: readonly string[]): void;
}

export function useFieldErrors(): ErrorsOfFields {
  const [errors, setErrors] = useState<FieldErrors>({});
  const refused = useRef<ReadonlySet<string>>(new Set());
  const set = (errors: FieldErrors, refusedFields: readonly string[]) => {
    refused.current = new Set(refusedFields);
    setErrors(errors);
  };
  return {
    errors,
    replace: (errors) => set(errors, []),
    refuse: (errors) => set(errors, Object.keys(errors)),
    touch(fields) {
      refused.current = new Set([...refused.current].filter((field) => !fields.includes(field)));
    },
    report(field, problems) {
      if (!refused.current.has(field)) setErrors((before) => ({ ...before, [field]: problems }));
    },
  };
}
