import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { type Extension, StateEffect } from '@codemirror/state';
import { parseTree } from 'jsonc-parser';
import type { IntlShape } from 'react-intl';
import type { EditorProps } from './editor_props.ts';
import { nodeAtPointer, placeOf } from './json_place.ts';
import type { JsonProblem } from './json_problem.ts';
import { locateReasons } from './locate_reason.ts';
import { unknownPrivileges } from './unknown_privileges.ts';

/** How long after the last change a text is checked, in ms. */
const CHECK_DELAY = 300;

/** Makes a text be checked anew that has not changed itself. */
export const recheck = StateEffect.define<null>();

/** Checks the text while nobody types, and shows what is found where it is. */
export const editorChecks = (props: () => EditorProps, intl: () => IntlShape): Extension => [
  linter(({ state }) => diagnostics(state.doc.toString(), props(), intl()), {
    delay: CHECK_DELAY,
    needsRefresh: ({ transactions }) =>
      transactions.some(({ effects }) => effects.some((effect) => effect.is(recheck))),
  }),
  lintGutter(),
];

function diagnostics(text: string, props: EditorProps, intl: IntlShape): Diagnostic[] {
  const { check, onChecked, roleDescriptors, marks, refusal } = props;
  const problems = check(text);
  const tree = parseTree(text);
  const isDone = problems.length === 0 && tree !== undefined;
  const doubts = roleDescriptors && isDone ? unknownPrivileges(tree, intl) : [];
  onChecked({ problems, doubts }, text);
  const refused = refusal === undefined ? [] : locateReasons(text, refusal);
  const marked = marks.flatMap(({ path, message }): JsonProblem[] => {
    const node = tree && nodeAtPointer(tree, path);
    return node === undefined ? [] : [{ ...placeOf(node), message }];
  });
  return [
    ...[...problems, ...refused].map((each) => ({ ...each, severity: 'error' as const })),
    ...[...doubts, ...marked].map((each) => ({ ...each, severity: 'warning' as const })),
  ];
}
