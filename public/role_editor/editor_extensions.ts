import { history } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers, tooltips } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { IntlShape } from 'react-intl';
import { assistance } from './assistance.ts';
import { editorChecks } from './editor_checks.ts';
import { editorKeys } from './editor_keys.ts';
import type { EditorProps } from './editor_props.ts';
import { textReports } from './text_reports.ts';
import { visibleSpace } from './visible_space.ts';

/**
 * All that the editor can do. Brackets are not closed by themselves, so that typed and pasted text
 * is what it is. `props` and `intl` give those of the last render.
 */
export function editorExtensions(props: () => EditorProps, intl: () => IntlShape): Extension {
  return [
    lineNumbers(),
    history(),
    json(),
    bracketMatching(),
    // Colours come from the page's theme, by class.
    syntaxHighlighting(classHighlighter),
    EditorView.lineWrapping,
    tooltips({ tooltipSpace: visibleSpace }),
    editorChecks(props, intl),
    editorKeys(() => props().onLeave()),
    props().roleDescriptors === undefined
      ? []
      : assistance(() => props().roleDescriptors?.indexNames ?? [], intl()),
    EditorView.domEventHandlers({ beforeinput: insertWhole }),
    textReports((text) => props().onChange(text)),
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
