import type { IndexName } from '../../common/http_api/index_names.ts';
import type { JsonProblem } from './json_problem.ts';

/** Something to say about a part of a JSON document. */
export interface Mark {
  /** JSON pointer (RFC 6901) to the part: `/my-role/indices/0/privileges/1`. */
  readonly path: string;
  readonly message: string;
}

/** What is the matter with a text. */
export interface Findings {
  /** What is wrong. */
  readonly problems: readonly JsonProblem[];
  /** What may be wrong: only Elasticsearch knows. */
  readonly doubts: readonly JsonProblem[];
}

/** What the JSON editor and the plain text area that stands in for it take. */
export interface EditorProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  /** What is wrong with a text. Called some time after a change, not at each. */
  check(text: string): readonly JsonProblem[];
  /** Hears what `check` found, and what else there is to say. */
  onChecked(findings: Findings, text: string): void;
  /** Escape was pressed: the focus is to go where Tab leads on. */
  onLeave(): void;
  /** Where the text is role descriptors: these are completed and explained, with these names of indices. */
  readonly roleDescriptors?: { readonly indexNames: readonly IndexName[] };
  /** Shown as warnings at their places, as long as the text has these. */
  readonly marks: readonly Mark[];
  /** What Elasticsearch said against the text; shown at the places that it names. */
  readonly refusal?: string;
  readonly readOnly: boolean;
  readonly isInvalid: boolean;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
}
