import type { IntlShape } from 'react-intl';
import type { Place } from './json_place.ts';

/** One thing wrong in a JSON text. */
export interface JsonProblem extends Place {
  readonly message: string;
}

/** Where an offset is for a reader; both count from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** More of them help nobody. */
const LISTED = 10;

/** `Line 3, column 5: …` for each of the first problems, and how many more there are. */
export function problemLines(
  text: string,
  problems: readonly JsonProblem[],
  intl: IntlShape,
): string[] {
  const lines = problems.slice(0, LISTED).map(({ from, message }) =>
    intl.formatMessage(
      {
        id: 'projectApiKeys.json.problem',
        defaultMessage: 'Line {line}, column {column}: {message}',
      },
      { ...placeOf(text, from), message },
    ),
  );
  if (problems.length <= LISTED) return lines;
  const more = intl.formatMessage(
    {
      id: 'projectApiKeys.json.moreProblems',
      defaultMessage: '{count, plural, one {# more problem} other {# more problems}}',
    },
    { count: problems.length - LISTED },
  );
  return [...lines, more];
}
