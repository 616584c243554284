import { expect, it } from '@jest/globals';
import { paragraphs } from './markdown.ts';

it.each([
  ['Plain \\(text\\)\\.', '<p>Plain (text).</p>'],
  ['`read`: Search\\.', '<p><code>read</code>: Search.</p>'],
  ['One\n\ntwo', '<p>One</p><p>two</p>'],
  ['<b>no</b> tags', '<p>&lt;b&gt;no&lt;/b&gt; tags</p>'],
])('%j is shown as %s', (markdown, html) => {
  const frame = document.createElement('div');
  frame.append(...paragraphs(markdown));
  expect(frame.innerHTML).toBe(html);
});
