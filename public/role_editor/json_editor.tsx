import { forceLinting } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import React, { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { recheck } from './editor_checks.ts';
import { editorAttributes, editorExtensions } from './editor_extensions.ts';
import type { EditorProps } from './editor_props.ts';
import { replacement } from './replace_text.ts';

/** CodeMirror as a controlled field. With all that it imports it is a chunk of its own. */
export function JsonEditor(props: EditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const editor = useRef<{ view: EditorView; attributes: Compartment }>(undefined);
  const intl = useIntl();
  const latest = useRef({ props, intl });
  latest.current = { props, intl };
  /** Texts that the page has been told of and may not have rendered yet. */
  const told = useRef<string[]>([]);

  useEffect(() => {
    const attributes = new Compartment();
    const current = (): EditorProps => ({
      ...latest.current.props,
      onChange(value) {
        told.current.push(value);
        latest.current.props.onChange(value);
      },
    });
    const view = new EditorView({
      ...(frame.current !== null && { parent: frame.current }),
      state: EditorState.create({
        doc: latest.current.props.value,
        extensions: [
          editorExtensions(current, () => latest.current.intl),
          attributes.of(editorAttributes(latest.current.props)),
        ],
      }),
    });
    editor.current = { view, attributes };
    return () => view.destroy();
  }, []);

  useEffect(() => {
    const index = told.current.indexOf(props.value);
    // What the editor has said itself may come back late; meanwhile more was typed.
    told.current.splice(0, index === -1 ? told.current.length : index + 1);
    const view = editor.current?.view;
    if (index === -1 && view !== undefined) view.dispatch(replacement(view.state, props.value));
  }, [props.value]);

  const { label, id, readOnly, isInvalid, 'aria-describedby': describedBy } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the attributes are made of
  useEffect(() => {
    if (editor.current === undefined) return;
    const { view, attributes } = editor.current;
    view.dispatch({ effects: attributes.reconfigure(editorAttributes(latest.current.props)) });
  }, [label, id, readOnly, isInvalid, describedBy]);

  // By content: to check again is to be rendered again.
  const said = JSON.stringify([props.marks, props.refusal]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the checks read what has changed
  useEffect(() => {
    if (editor.current === undefined) return;
    const { view } = editor.current;
    view.dispatch({ effects: recheck.of(null) });
    forceLinting(view);
  }, [said]);

  return <div ref={frame} />;
}
