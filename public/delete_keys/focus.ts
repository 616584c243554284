/** A `ref` for the button that takes the focus over from one that is gone. */
export const focus = (button: HTMLElement | null): void => button?.focus();
