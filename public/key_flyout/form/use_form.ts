import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { ChangeableFields, Checked, Field, FieldErrors } from './key_form.ts';
import { placeFailure, type RequestFailure } from './request_failure.ts';
import { useFieldErrors } from './use_field_errors.ts';

/** A form about a key: what it holds, what is wrong with it, and the sending of it. */
export interface Form<Fields> {
  readonly fields: Fields;
  /** What it was filled from, as that was when the first change was made. */
  readonly initial: Fields;
  readonly dirty: boolean;
  readonly errors: FieldErrors;
  readonly failure: RequestFailure | undefined;
  readonly sending: boolean;
  /** How often it was submitted in vain. */
  readonly rejections: number;
  change(part: Partial<Fields>): void;
  /** Throws the changes away and begins with these fields. */
  restart(initial: Fields): void;
  /** Says what is wrong with a field now. */
  report(field: Field, errors: readonly string[]): void;
  /**
   * Sends what `check` makes of the fields. Whatever goes wrong is in `errors` or `failure`, and the
   * fields stay. One at a time, and none after one that went well: a double click sends once.
   */
  submit<Body>(
    check: (fields: Fields) => Checked<Body>,
    send: (body: Body) => Promise<void>,
  ): Promise<void>;
}

/** Keeps no answer: what `send` gets may hold a secret. `given` may change until the first edit. */
export function useForm<Fields extends ChangeableFields>(given: Fields): Form<Fields> {
  const intl = useIntl();
  const [edited, setEdited] = useState<{ readonly initial: Fields; readonly fields: Fields }>();
  const { errors, ...fieldErrors } = useFieldErrors();
  const [failure, setFailure] = useState<RequestFailure>();
  const [sending, setSending] = useState(false);
  const [rejections, setRejections] = useState(0);
  const sent = useRef(false);
  const { initial, fields } = edited ?? { initial: given, fields: given };

  return {
    fields,
    initial,
    dirty: JSON.stringify(fields) !== JSON.stringify(initial),
    errors,
    failure,
    sending,
    rejections,
    change(part) {
      fieldErrors.touch(Object.keys(part));
      setEdited((before = { initial: given, fields: given }) => ({
        initial: before.initial,
        fields: { ...before.fields, ...part },
      }));
    },
    restart(begin) {
      fieldErrors.replace({});
      setFailure(undefined);
      setEdited({ initial: begin, fields: begin });
    },
    report: fieldErrors.report,
    async submit(check, send) {
      if (sent.current) return;
      const checked = check(fields);
      setFailure(undefined);
      fieldErrors.replace(checked.ok ? {} : checked.errors);
      if (!checked.ok) {
        setRejections(rejections + 1);
        return;
      }
      sent.current = true;
      setSending(true);
      try {
        await send(checked.value);
      } catch (error) {
        const placed = placeFailure(error, fields, intl);
        fieldErrors.refuse(placed.errors);
        setFailure(placed.failure);
        setRejections(rejections + 1);
        setSending(false);
        sent.current = false;
      }
    },
  };
}
