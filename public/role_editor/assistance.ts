import { autocompletion, currentCompletions } from '@codemirror/autocomplete';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip } from '@codemirror/view';
import { createHoverTooltipSource, textDocument } from 'codemirror-languageservice';
import type { IntlShape } from 'react-intl';
import type { IndexName } from '../../common/http_api/index_names.ts';
import { completions } from './completions.ts';
import { type JsonLanguage, jsonLanguage } from './json_language.ts';
import { paragraphs } from './markdown.ts';
import { roleDescriptorsSchema } from './role_descriptors_schema.ts';

/** Completion and explanations for role descriptors. Nothing is parsed before it is asked for. */
export function assistance(indexNames: () => readonly IndexName[], intl: IntlShape): Extension {
  const language = languageFor(indexNames);
  return [
    autocompletion({
      override: [completions(language)],
      // What a field may hold is offered at once.
      activateOnCompletion: ({ type }) => type === 'property',
      defaultKeymap: false,
      icons: false,
    }),
    reachableList,
    textDocument(),
    hoverTooltip(
      createHoverTooltipSource({
        doHover: (document, position) => language().hover(document, position),
        markdownToDom: paragraphs,
      }),
    ),
    EditorState.phrases.of({
      Completions: intl.formatMessage({
        id: 'projectApiKeys.json.completions',
        defaultMessage: 'Completions',
      }),
    }),
  ];
}

/** What scrolls has to be reachable also without the keys of the editor. */
const reachableList = EditorView.updateListener.of(({ state, view }) => {
  if (currentCompletions(state).length > 0)
    view.dom.querySelector('[role=listbox]')?.setAttribute('tabindex', '0');
});

/** The language service, made anew when other names of indices have come. */
function languageFor(indexNames: () => readonly IndexName[]): () => JsonLanguage {
  let made: { readonly names: readonly IndexName[]; readonly language: JsonLanguage } | undefined;
  return () => {
    const names = indexNames();
    if (made?.names !== names)
      made = { names, language: jsonLanguage(roleDescriptorsSchema(names)) };
    return made.language;
  };
}
