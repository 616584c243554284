import {
  type CompletionItem,
  getLanguageService,
  type Hover,
  type JSONSchema,
  type Position,
  TextDocument,
} from 'vscode-json-languageservice';
import { closeString } from './typed_word.ts';

/** What a schema knows of JSON texts. Its problems are not asked for: check_json.ts has them. */
export interface JsonLanguage {
  complete(text: string, offset: number): Promise<Proposals>;
  hover(document: TextDocument, position: Position): Promise<Hover | null>;
}

/** What can be put at an offset of a text. */
export interface Proposals {
  readonly items: readonly CompletionItem[];
  /** What each of them replaces. */
  readonly from: number;
  readonly to: number;
}

/** The language service for texts of a schema. */
export function jsonLanguage(schema: JSONSchema): JsonLanguage {
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: 'schema://json-language', fileMatch: ['*'], schema }] });
  return {
    async complete(text, offset) {
      const closed = closeString(text, offset);
      const document = TextDocument.create('file:///text.json', 'json', 0, closed);
      const parsed = service.parseJSONDocument(document);
      const list = await service.doComplete(document, document.positionAt(offset), parsed);
      const items = list?.items ?? [];
      const edit = items[0]?.textEdit;
      if (edit === undefined || !('range' in edit)) return { items: [], from: offset, to: offset };
      return {
        items,
        from: document.offsetAt(edit.range.start),
        // The quote that closes the string is not in the text.
        to: document.offsetAt(edit.range.end) - (closed.length - text.length),
      };
    },
    async hover(document, position) {
      const parsed = service.parseJSONDocument(document);
      const hover = await service.doHover(document, position, parsed);
      return hover === null || hover.contents.toString() === '' ? null : hover;
    },
  };
}
