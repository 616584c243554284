import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SHORTEST, secretForms } from './secret_forms.ts';
import { TextSearch } from './text_search.ts';

/** A secret with what it is, for a person who must not see it. */
export interface KnownSecret {
  readonly what: string;
  readonly secret: string;
}

/** A folder in which no secret may stand, and texts of which one must, if it is the right one. */
export interface Place {
  readonly name: string;
  readonly folder: string;
  readonly marks: readonly string[];
}

export interface Searched {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** What is wrong with it: secrets that stand there, or no mark. */
  readonly problems: readonly string[];
}

/** Looks for all secrets, in all their forms, in every file of these places. */
export function lookForSecrets(
  secrets: readonly KnownSecret[],
  places: readonly Place[],
): readonly Searched[] {
  const whatOf = new Map(
    secrets
      .filter(({ secret }) => secret.length >= SHORTEST)
      .flatMap(({ what, secret }) => [...secretForms(secret)].map((form) => [form, what] as const)),
  );
  const search = new TextSearch(whatOf.keys());
  return places.map((place) => searched(place, search, whatOf));
}

function searched(
  { name, folder, marks }: Place,
  search: TextSearch,
  whatOf: ReadonlyMap<string, string>,
): Searched {
  const files = filesIn(folder);
  const problems = new Set<string>();
  const markSearch = new TextSearch(marks);
  let bytes = 0;
  let isMarked = marks.length === 0;
  for (const file of files) {
    const content = readFileSync(file);
    bytes += content.length;
    isMarked ||= !markSearch.foundIn(content).next().done;
    for (const found of search.foundIn(content))
      problems.add(`${whatOf.get(found)} stands in ${relative(folder, file)}`);
  }
  if (!isMarked) problems.add('nothing that must stand there was found: it is the wrong place');
  return { name, files: files.length, bytes, problems: [...problems] };
}

/** All the files below a folder; none where there is no such folder. */
export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
