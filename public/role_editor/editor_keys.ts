import {
  closeCompletion,
  completionKeymap,
  nextSnippetField,
  prevSnippetField,
  snippetKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { type Extension, Prec } from '@codemirror/state';
import { type Command, closeHoverTooltips, EditorView, keymap } from '@codemirror/view';
import { formatJson } from './format_json.ts';
import { replacement } from './replace_text.ts';
import { typedWord } from './typed_word.ts';

/**
 * The keys of the editor. Tab indents, or goes through the skeleton that a completion has left; Escape
 * lets it lead out of the editor.
 */
export const editorKeys = (onLeave: () => void): Extension => [
  Prec.highest(keymap.of(completionKeymap.filter(({ key }) => key !== 'Escape'))),
  snippetKeymap.of([{ key: 'Tab', run: toNextField, shift: prevSnippetField }]),
  keymap.of([
    { key: 'Escape', run: closeOrLeave(onLeave) },
    { key: 'Shift-Alt-f', run: layOut },
    ...historyKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
  EditorView.domEventObservers({ keydown: keepEscape }),
];

/** Closes the list of completions or, where there is none to be seen, leaves. */
const closeOrLeave =
  (onLeave: () => void): Command =>
  (view) => {
    const listIsOpen = view.dom.querySelector('.cm-tooltip-autocomplete') !== null;
    closeCompletion(view); // one that is yet to come, too
    if (listIsOpen) return true;
    view.dispatch({ effects: closeHoverTooltips });
    onLeave();
    return true;
  };

/** It must not close what is around the editor. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}

const layOut: Command = (view) => {
  const { state } = view;
  if (state.readOnly) return false;
  view.dispatch(replacement(state, formatJson(state.doc.toString())));
  return true;
};

/** Between quotes there is something to choose from. */
const toNextField: Command = (view) => {
  if (!nextSnippetField(view)) return false;
  const { doc, selection } = view.state;
  if (typedWord(doc.toString(), selection.main.head).quoted) startCompletion(view);
  return true;
};
