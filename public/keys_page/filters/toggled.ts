/** `chosen` with `value`, or without it where it was chosen. */
export const toggled = <T>(chosen: readonly T[], value: T): readonly T[] =>
  chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
