import { matching } from './bounded.ts';
import { isJsonObject, record, refined } from './exact.ts';
import { Json } from './json.ts';

/** Of objects in each other, with the metadata itself; arrays do not count. */
const MAX_LEVELS = 20;
/** Of a value with the way to it. */
const MAX_TERM_BYTES = 32_766;

const TopLevelName = matching(/^(?!_)/, 'a top-level name that does not begin with an underscore');

/**
 * A key's metadata, as far as Elasticsearch 9.5 can index it: each value is a term. Top-level names
 * that begin with `_` are its own.
 */
export const Metadata = refined(
  record(TopLevelName, Json),
  `metadata of at most ${MAX_LEVELS} levels, with values of at most ${MAX_TERM_BYTES} bytes together with their names, and no name with the character NUL`,
  (metadata) => isIndexable(metadata, '', MAX_LEVELS),
);

function isIndexable(value: unknown, way: string, levels: number): boolean {
  if (Array.isArray(value)) return value.every((member) => isIndexable(member, way, levels));
  if (!isJsonObject(value)) return !way.includes('\0') && fitsTerm(`${way}\0${value}`);
  return (
    levels > 0 &&
    Object.entries(value).every(([name, content]) =>
      isIndexable(content, way === '' ? name : `${way}.${name}`, levels - 1),
    )
  );
}

const fitsTerm = (term: string): boolean =>
  term.length * 3 <= MAX_TERM_BYTES || new TextEncoder().encode(term).length <= MAX_TERM_BYTES;
