import * as t from 'io-ts';
import { record, refined } from './exact.ts';

/** Elasticsearch reads 1,000; no honest document comes near, and whoever walks it has a stack. */
const MAX_LEVELS = 200;

/** A number as JSON can say it again: `1e999` is read as infinite, and would be written as `null`. */
export const FiniteNumber = refined(t.number, 'a number within ±1.8e308', Number.isFinite);

/** Anything that JSON can say. */
export const Json = refined(
  t.unknown,
  `JSON of at most ${MAX_LEVELS} levels with numbers within ±1.8e308`,
  isSayable,
);

/** A JSON object with any content. */
export const JsonObject = record(t.string, Json);

function isSayable(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (level.some(isInfinite)) return false;
    const containers = level.filter((node) => typeof node === 'object' && node !== null);
    if (depth === MAX_LEVELS && containers.length > 0) return false;
    level = containers.flatMap((node) => Object.values(node));
  }
  return true;
}

const isInfinite = (value: unknown): boolean =>
  typeof value === 'number' && !Number.isFinite(value);
