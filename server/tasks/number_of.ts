/** `1 key`, `12 keys`. */
export const numberOf = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
