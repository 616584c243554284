/**
 * The little Markdown that the language service writes, as paragraphs: code in backquotes, and
 * backslashes before all that could be taken for more.
 */
export const paragraphs = (markdown: string): Node[] =>
  markdown.split('\n\n').map((paragraph) => {
    const element = document.createElement('p');
    element.append(...paragraph.split(/(`[^`]+`)/).map(inline));
    return element;
  });

function inline(text: string): Node {
  if (!/^`.+`$/.test(text)) return document.createTextNode(text.replaceAll(/\\(\W)/g, '$1'));
  const code = document.createElement('code');
  code.textContent = text.slice(1, -1);
  return code;
}
