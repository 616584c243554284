import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { throttle } from './throttle.ts';

/** In ms. What a page makes of a new text costs more than a key, and is not needed at each. */
const INTERVAL = 250;

/** Reports the text when it changes: now and then, and at the latest when the focus leaves. */
export function textReports(report: (text: string) => void): Extension {
  let changed: EditorState | undefined;
  const reports = throttle(() => changed && report(changed.doc.toString()), INTERVAL);
  return [
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (!docChanged) return;
      changed = state;
      reports.ask();
    }),
    EditorView.domEventObservers({ blur: reports.flush }),
    ViewPlugin.define(() => ({ destroy: reports.stop })),
  ];
}
