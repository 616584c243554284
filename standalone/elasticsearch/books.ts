import { send } from './send.ts';

const INDEX = {
  // A replica where there is a second node for it.
  settings: { auto_expand_replicas: '0-1' },
  mappings: {
    properties: {
      title: { type: 'text' },
      author: { type: 'keyword' },
      year: { type: 'short' },
      pages: { type: 'short' },
    },
  },
};

const BOOKS = [
  { title: 'Frankenstein', author: 'Mary Shelley', year: 1818, pages: 280 },
  {
    title: 'Twenty Thousand Leagues Under the Seas',
    author: 'Jules Verne',
    year: 1870,
    pages: 426,
  },
  { title: 'The Time Machine', author: 'H. G. Wells', year: 1895, pages: 84 },
  { title: 'Brave New World', author: 'Aldous Huxley', year: 1932, pages: 311 },
  { title: 'The Left Hand of Darkness', author: 'Ursula K. Le Guin', year: 1969, pages: 304 },
  { title: 'Snow Crash', author: 'Neal Stephenson', year: 1992, pages: 470 },
];

/**
 * Makes the index `books` that the examples of the documentation read. What is there already stays
 * as it is, so that a start that was cut short can do it again.
 */
export async function addBooks(url: string, password: string): Promise<void> {
  await send({ url, password, method: 'PUT', path: '/books', body: INDEX });
  const lines = BOOKS.flatMap((book, i) => [{ create: { _id: String(i + 1) } }, book]);
  const body = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  await send({ url, password, method: 'POST', path: '/books/_bulk?refresh=true', body });
}
