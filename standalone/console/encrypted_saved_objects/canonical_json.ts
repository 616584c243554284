import { isJsonObject } from '../../../common/exact.ts';

/** JSON in which equal values give equal texts: the fields of objects are in order of their names. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
