/** Any JSON as a text: also an object whose `toString` is no function, as input may have it. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
