import {
  type Completion,
  type CompletionResult,
  type CompletionSource,
  hasNextSnippetField,
  pickedCompletion,
  snippet,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { CompletionItem } from 'vscode-json-languageservice';
import type { JsonLanguage } from './json_language.ts';
import { type TypedWord, typedWord } from './typed_word.ts';

/**
 * What the language service proposes, for CodeMirror. The list comes by itself while a string or a
 * word is typed, and not where Enter and the brackets are just that; elsewhere by Ctrl-Space. It is
 * asked for once a string and then only narrowed (codemirror-languageservice would ask at each key,
 * and an Enter that follows fast would be a line break).
 */
export const completions =
  (language: () => JsonLanguage): CompletionSource =>
  async ({ state, pos, explicit }) => {
    const text = state.doc.toString();
    const word = typedWord(text, pos);
    if (state.readOnly || !(explicit || word.quoted || word.text !== '')) return null;
    const { items, to } = await language().complete(text, pos);
    const options = items
      .filter(fits(word))
      .map((item, index) => ({ ...option(item, word, to - pos), boost: inOrder(index) }));
    // Nothing is left to complete, and Enter shall be a line break again.
    const isComplete = !word.quoted && options.some(({ label }) => label === word.text);
    if (options.length === 0 || (isComplete && !explicit)) return null;
    return { from: word.from, options, ...(word.quoted && WHILE_QUOTED) };
  };

const WHILE_QUOTED: Pick<CompletionResult, 'validFor'> = {
  validFor: (_text, from, _to, state) =>
    !/["\n]/.test(state.sliceDoc(from, state.selection.main.head)),
};

/** Of what fits equally well, the first in the schema comes first. */
const inOrder = (index: number): number => Math.max(-index, LEAST_BOOST);
const LEAST_BOOST = -99;

/** Within quotes only a string can stand. */
const fits =
  ({ quoted }: TypedWord) =>
  ({ textEdit }: CompletionItem): boolean =>
    !quoted || textEdit?.newText.startsWith('"') === true;

/** `rest` is how much of the word, with its quote, stands after the cursor: it is replaced too. */
function option(
  { label, kind, documentation, textEdit }: CompletionItem,
  { quoted }: TypedWord,
  rest: number,
): Completion {
  const template = toTemplate(textEdit?.newText ?? label).slice(quoted ? 1 : 0);
  const insert =
    quoted && /^[^"]*"$/.test(template) ? fillString(template) : snippet(`${template}\${0}`);
  return {
    label: label.replace(/^"(.*)"$/, '$1'),
    type: kind === PROPERTY ? 'property' : 'value',
    ...(typeof documentation === 'string' && { detail: documentation }),
    apply: (view, completion, from, cursor) => insert(view, completion, from, cursor + rest),
  };
}

/** `CompletionItemKind.Property` of the Language Server Protocol. */
const PROPERTY = 10;

/**
 * A snippet of the Language Server Protocol as CodeMirror writes it: `$1` is `${1}`, and only braces
 * are escaped.
 */
export const toTemplate = (lspSnippet: string): string =>
  lspSnippet.replaceAll(/\\([\\$}])|\$(\d+)/g, (_all, escaped?: string, field?: string) =>
    field === undefined ? (escaped === '}' ? '\\}' : (escaped ?? '')) : `\${${field}}`,
  );

/**
 * Puts a text into the quotes that are there, and the cursor behind them; not so in a skeleton that has
 * more to fill in, which knows its places by what stands between their quotes.
 */
const fillString =
  (template: string) =>
  (view: EditorView, completion: Completion, from: number, to: number): void => {
    const { state } = view;
    const content = template.slice(0, -1).replaceAll(/\\([{}])/g, '$1');
    const isClosed = to > from && state.sliceDoc(to - 1, to) === '"';
    const behind = hasNextSnippetField(state) ? 0 : 1;
    view.dispatch({
      changes: isClosed
        ? { from, to: to - 1, insert: content }
        : { from, to, insert: `${content}"` },
      selection: { anchor: from + content.length + behind },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
      scrollIntoView: true,
    });
  };
