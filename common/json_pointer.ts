/** The JSON pointer (RFC 6901) of a way from the root: `['a/b', 'c']` is `/a~1b/c`. */
export const toPointer = (keys: readonly string[]): string =>
  keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The way of a JSON pointer, as `toPointer` took it. */
export const fromPointer = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
