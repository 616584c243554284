import { applyEdits, format } from 'jsonc-parser';

/** Lays JSON out, two spaces a level. Changes white space only, so an unfinished text stays what it is. */
export const formatJson = (text: string): string =>
  applyEdits(text, format(text, undefined, { tabSize: 2, insertSpaces: true, eol: '\n' }));
