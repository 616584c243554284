/** The string or bare word in which the cursor stands, as far as it is typed. */
export interface TypedWord {
  /** Offset of its first character, after the quote. */
  readonly from: number;
  readonly text: string;
  readonly quoted: boolean;
}

/** What stands before an offset of a JSON text. Strings of JSON are never longer than a line. */
export function typedWord(text: string, offset: number): TypedWord {
  const before = text.slice(lineStart(text, offset), offset);
  const quotes = quotesIn(before);
  const quoted = quotes.length % 2 === 1;
  const word = quoted
    ? before.slice((quotes.at(-1) ?? 0) + 1)
    : (/[^\s"{}[\]:,]*$/.exec(before)?.[0] ?? '');
  return { from: offset - word.length, text: word, quoted };
}

/**
 * The text with a quote at the offset where that ends a string which would go on into what follows:
 * `["|, "all"]`. As quotes are not closed by themselves, that is what being typed looks like.
 */
export function closeString(text: string, offset: number): string {
  const start = lineStart(text, offset);
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? undefined : end);
  const quotes = quotesIn(line);
  const before = quotes.filter((quote) => start + quote < offset);
  const isOpen = quotes.length % 2 === 1 && before.length % 2 === 1;
  return isOpen ? `${text.slice(0, offset)}"${text.slice(offset)}` : text;
}

const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

/** Where quotes stand that begin or end a string. */
const quotesIn = (line: string): number[] =>
  [...line.matchAll(/\\.|"/g)].flatMap(({ 0: found, index }) => (found === '"' ? [index] : []));
