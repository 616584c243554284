import { isLeft } from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { Concealed } from './exact.ts';

/** The outcome of decoding: the typed value, or one message that names every place that is wrong. */
export type Decoded<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One thing wrong with an input. `path` is relative to the decoded value: `['roles', 'r', '0']`. */
export interface Problem {
  readonly path: readonly string[];
  readonly expected: string;
  readonly got: string;
}

/** Decodes `input`, collecting at most one problem a place. Raises nothing. */
export function decode<A>(codec: t.Type<A, unknown>, input: unknown): Decoded<A> {
  const result = codec.decode(input);
  if (!isLeft(result)) return { ok: true, value: result.right };
  return { ok: false, problems: onePerPlace(deepest(result.left.map(toProblem))) };
}

/** `[request body.name]: expected a string, got 5`, in the form Kibana gives. */
export const problemText = (where: string, problem: Problem): string =>
  `[${[where, ...shownPath(problem)].join('.')}]: ${complaint(problem)}`;

/** What is wrong, without the place: `expected a string, got 5`. */
export const complaint = ({ expected, got }: Problem): string => `expected ${expected}, got ${got}`;

/** The path of a problem, fit for a message. */
export const shownPath = ({ path }: Problem): string[] => path.map(shortened);

/** A name may be as long as the input; those that Elasticsearch knows are told whole. */
const shortened = (name: string): string =>
  name.length <= 2000 ? name : `${name.slice(0, 60)}… (${name.length} characters)`;

function toProblem({ value, context }: t.ValidationError): Problem {
  const last = context.at(-1);
  return {
    path: context
      .slice(1)
      .filter(isOwnPlace(context))
      .map((entry) => entry.key),
    expected: plainName(last?.type.name ?? 'something else'),
    got: last?.type instanceof Concealed ? typeNameOf(value) : describe(value),
  };
}

/** io-ts adds an entry for each member of a union; it names no place in the input. */
const isOwnPlace =
  (context: t.Context) =>
  (_entry: t.ContextEntry, index: number): boolean => {
    const parent = context[index]?.type as { readonly _tag?: string } | undefined;
    return parent?._tag !== 'UnionType' && parent?._tag !== 'IntersectionType';
  };

const PLAIN_NAMES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

const plainName = (name: string): string => PLAIN_NAMES[name] ?? name;

function typeNameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** What came, short enough for a sentence; containers by their type only. */
function describe(value: unknown): string {
  if (value === undefined || (typeof value === 'object' && value !== null)) {
    return typeNameOf(value);
  }
  const text = JSON.stringify(value) ?? typeof value;
  return text.length <= 80 ? text : `${text.slice(0, 60)}… (${String(value).length} characters)`;
}

/** Of a union's members, the one that got furthest into the input is the one that was meant. */
function deepest(problems: readonly Problem[]): Problem[] {
  const ancestors = new Set(
    problems.flatMap(({ path }) => path.map((_key, depth) => JSON.stringify(path.slice(0, depth)))),
  );
  return problems.filter(({ path }) => !ancestors.has(JSON.stringify(path)));
}

/** A union reports each of its members: their expectations are joined into one sentence a place. */
function onePerPlace(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems) {
    const place = JSON.stringify(problem.path);
    const seen = byPlace.get(place);
    if (seen === undefined) byPlace.set(place, problem);
    else if (!seen.expected.split(' or ').includes(problem.expected))
      byPlace.set(place, { ...seen, expected: `${seen.expected} or ${problem.expected}` });
  }
  return [...byPlace.values()];
}
