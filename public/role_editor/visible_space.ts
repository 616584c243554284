import type { EditorView, Rect } from '@codemirror/view';

/** Where lists and tips can be seen: what surrounds the editor may cut them off, as a flyout does. */
export function visibleSpace({ dom }: EditorView): Rect {
  const { documentElement } = dom.ownerDocument;
  let around: Element = dom.parentElement ?? documentElement;
  while (around !== documentElement && getComputedStyle(around).overflowY === 'visible')
    around = around.parentElement ?? documentElement;
  if (around !== documentElement) return around.getBoundingClientRect();
  const { clientWidth, clientHeight } = documentElement;
  return { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
}
