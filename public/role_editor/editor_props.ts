import type { JsonProblem } from './json_problem.ts';

/** What the JSON editor and the plain text area that stands in for it take. */
export interface EditorProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  /** What is wrong with a text. Called some time after a change, not at each. */
  check(text: string): readonly JsonProblem[];
  /** Hears what `check` found. */
  onChecked(problems: readonly JsonProblem[], text: string): void;
  /** Escape was pressed: the focus is to go where Tab leads on. */
  onLeave(): void;
  readonly readOnly: boolean;
  readonly isInvalid: boolean;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
}
