import { history, undo } from '@codemirror/commands';
import { EditorState, type Transaction } from '@codemirror/state';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatJson } from './format_json.ts';
import { replacement } from './replace_text.ts';

const open = (source: string) =>
  EditorState.create({
    doc: source.replace('|', ''),
    selection: { anchor: Math.max(0, source.indexOf('|')) },
    extensions: history(),
  });

/** The text with `|` where the cursor is. */
function shown({ doc, selection }: EditorState): string {
  const { head } = selection.main;
  return `${doc.sliceString(0, head)}|${doc.sliceString(head)}`;
}

function undone(state: EditorState): EditorState {
  let result = state;
  undo({ state, dispatch: (transaction: Transaction) => (result = transaction.state) });
  return result;
}

const replaced = (state: EditorState, text: string) => state.update(replacement(state, text)).state;
const typed = (state: EditorState, text: string) =>
  state.update({ ...state.replaceSelection(text), userEvent: 'input.type' }).state;

describe('for every text', () => {
  it('a template replaces it, and one undo brings it back, cursor and all', () => {
    const text = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(text, text, fc.nat(), (before, template, at) => {
        const state = EditorState.create({
          doc: before,
          selection: { anchor: at % (before.length + 1) },
          extensions: history(),
        });
        const after = replaced(state, template);
        // CodeMirror has one kind of line break.
        expect(after.doc.toString()).toBe(template.replaceAll(/\r\n?/g, '\n'));
        if (!after.doc.eq(state.doc)) expect(shown(undone(after))).toBe(shown(state));
      }),
    );
  });
});

it('what was typed just before is not undone with it', () => {
  const state = replaced(typed(open('|'), 'a'), 'template');
  expect(undone(state).doc.toString()).toBe('a');
  expect(undone(undone(state)).doc.toString()).toBe('');
});

it('nor what is typed just after', () => {
  const state = typed(replaced(open('a|'), 'template'), '!');
  expect(undone(state).doc.toString()).toBe('template');
});

it.each([
  ['{"r":{"clus|ter":["all"]}}', '{\n  "r": {\n    "clus|ter": [\n      "all"\n    ]\n  }\n}'],
  ['{ "r" : "a  |b" }', '{\n  "r": "a  |b"\n}'],
])('the cursor stays where it is when %s is laid out', (source, expected) => {
  const state = open(source);
  expect(shown(replaced(state, formatJson(state.doc.toString())))).toBe(expected);
});

it('a change in one place leaves the cursor in another', () => {
  expect(shown(replaced(open('{"a|": 1, "b": 2}'), '{"a": 1, "b": 3}'))).toBe('{"a|": 1, "b": 3}');
  expect(shown(replaced(open('{"a": 1, "b|": 2}'), '{"a": 3, "b": 2}'))).toBe('{"a": 3, "b|": 2}');
});
