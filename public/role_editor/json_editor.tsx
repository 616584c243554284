import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import React, { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { editorAttributes, editorExtensions } from './editor_extensions.ts';
import type { EditorProps } from './editor_props.ts';

/** CodeMirror as a controlled field. With all that it imports it is a chunk of its own. */
export function JsonEditor(props: EditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<{ view: EditorView; attributes: Compartment }>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const attributes = new Compartment();
    const view = new EditorView({
      ...(frame.current !== null && { parent: frame.current }),
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          editorExtensions(() => inStep(latest.current)),
          attributes.of(editorAttributes(latest.current)),
        ],
      }),
    });
    editor.current = { view, attributes };
    return () => view.destroy();
  }, []);

  useEffect(() => {
    if (editor.current !== undefined) replaceText(editor.current.view, props.value);
  }, [props.value]);

  const { label, id, readOnly, isInvalid, 'aria-describedby': describedBy } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the attributes are made of
  useEffect(() => {
    if (editor.current === undefined) return;
    const { view, attributes } = editor.current;
    view.dispatch({ effects: attributes.reconfigure(editorAttributes(latest.current)) });
  }, [label, id, readOnly, isInvalid, describedBy]);

  return <div ref={frame} />;
}

/** The page's state follows each keystroke at once: a late `value` would take back what was typed. */
const inStep = (props: EditorProps): EditorProps => ({
  ...props,
  onChange(value) {
    if (value !== props.value) flushSync(() => props.onChange(value));
  },
});

function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}
