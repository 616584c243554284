import { type RefObject, useEffect } from 'react';

const INVALID = ':is(input, select, textarea, [contenteditable])[aria-invalid="true"]';

/** Moves the focus to the first thing in `form` that is wrong, each time that `rejections` grows. */
export function useFocusOnRejection(form: RefObject<HTMLElement | null>, rejections: number): void {
  useEffect(() => {
    if (rejections === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>(`${INVALID}, [data-form-failure]`);
    wrong?.focus();
  }, [form, rejections]);
}
