import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { EditorProps } from './editor_props.ts';

/** How long after the last change a text is checked, in ms. */
const CHECK_DELAY = 300;

/**
 * All that the editor can do. Brackets are not closed by themselves, so that typed and pasted text
 * is what it is. `props` gives those of the last render.
 */
export function editorExtensions(props: () => EditorProps): Extension {
  return [
    lineNumbers(),
    history(),
    json(),
    bracketMatching(),
    // Colours come from the page's theme, by class.
    syntaxHighlighting(classHighlighter),
    EditorView.lineWrapping,
    linter((view) => diagnostics(view, props()), { delay: CHECK_DELAY }),
    lintGutter(),
    keymap.of([
      { key: 'Escape', run: () => leave(props()) },
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorView.domEventHandlers({ beforeinput: insertWhole }),
    EditorView.domEventObservers({ keydown: keepEscape }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) props().onChange(state.doc.toString());
    }),
  ];
}

/** The part that follows the properties. */
export const editorAttributes = ({
  label,
  id,
  readOnly,
  isInvalid,
  'aria-describedby': describedBy,
}: EditorProps): Extension => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-invalid': String(isInvalid),
    ...(id !== undefined && { id }),
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
  }),
];

function diagnostics(view: EditorView, { check, onChecked }: EditorProps): Diagnostic[] {
  const text = view.state.doc.toString();
  const problems = check(text);
  onChecked(problems, text);
  return problems.map((problem) => ({ ...problem, severity: 'error' }));
}

/** Within the editor Escape closes a list or leaves; it must not close what is around it. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}

/**
 * Inserts a text of several lines at once, as dictation and automation send it. Chromium would take it
 * line by line, a minute for some thousands. Pasting is another way and needs none of this.
 */
function insertWhole({ inputType, data }: InputEvent, view: EditorView): boolean {
  const selection = view.dom.ownerDocument.getSelection();
  if (inputType !== 'insertText' || !data?.includes('\n') || !selection?.rangeCount) return false;
  // The page's selection, as the editor's own may not have followed it yet.
  const range = selection.getRangeAt(0);
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  view.dispatch({
    changes: { from, to, insert: data },
    selection: { anchor: from + data.length },
    userEvent: 'input',
    scrollIntoView: true,
  });
  return true;
}

function leave({ onLeave }: EditorProps): true {
  onLeave();
  return true;
}
