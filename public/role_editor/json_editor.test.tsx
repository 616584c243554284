import { EditorView } from '@codemirror/view';
import { expect, it, jest } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import React from 'react';
import { IntlProvider } from 'react-intl';
import type { EditorProps } from './editor_props.ts';
import { JsonEditor } from './json_editor.tsx';

const TEXT = '{"r": {"cluster": ["all", "monitor"]}}';

function open(given: Partial<EditorProps> = {}) {
  const onChange = jest.fn<(value: string) => void>();
  const onChecked = jest.fn<EditorProps['onChecked']>();
  const editor = (props: Partial<EditorProps> = {}) => (
    <IntlProvider locale="en">
      <JsonEditor
        label="Role descriptors"
        value={TEXT}
        onChange={onChange}
        check={() => []}
        onChecked={onChecked}
        onLeave={() => undefined}
        marks={[]}
        readOnly={false}
        isInvalid={false}
        {...given}
        {...props}
      />
    </IntlProvider>
  );
  const { rerender, container } = render(editor());
  const view = EditorView.findFromDOM(container);
  if (view === null) throw new Error('no editor');
  return {
    onChange,
    onChecked,
    view,
    rerender: (props: Partial<EditorProps>) => rerender(editor(props)),
    type: (text: string) =>
      act(() => view.dispatch({ ...view.state.replaceSelection(text), userEvent: 'input.type' })),
    text: () => view.state.doc.toString(),
    shown: (kind: 'error' | 'warning') =>
      [...container.querySelectorAll(`.cm-lintRange-${kind}`)].map(
        ({ textContent }) => textContent,
      ),
  };
}

it('marks stand at their places, as long as the text has these', async () => {
  const { rerender, shown } = open();
  const marks = [{ path: '/r/cluster/1', message: 'You do not have it' }];
  rerender({ marks });
  await waitFor(() => expect(shown('warning')).toEqual(['"monitor"']));
  rerender({ marks, value: '{"r": {"run_as": [], "cluster": ["all", "manage"]}}' });
  await waitFor(() => expect(shown('warning')).toEqual(['"manage"']));
  rerender({ marks, value: '{}' });
  await waitFor(() => expect(shown('warning')).toEqual([]));
});

it('marks that are given anew without a change are not a reason to check again', () => {
  const { rerender, onChecked } = open({ marks: [{ path: '/r', message: 'no' }] });
  const { length } = onChecked.mock.calls;
  rerender({ marks: [{ path: '/r', message: 'no' }] });
  expect(onChecked).toHaveBeenCalledTimes(length);
});

it('what Elasticsearch refuses is shown where it is', async () => {
  const { rerender, shown } = open();
  rerender({ refusal: 'unknown cluster privilege [monitor]. a privilege must be …' });
  await waitFor(() => expect(shown('error')).toEqual(['"monitor"']));
  rerender({});
  await waitFor(() => expect(shown('error')).toEqual([]));
});

it('names that are no privilege are doubted in role descriptors only', () => {
  const value = '{"r": {"cluster": ["monitr"]}}';
  const { onChecked } = open({ value });
  expect(onChecked).toHaveBeenLastCalledWith({ problems: [], doubts: [] }, value);
  const roles = open({ value, roleDescriptors: { indexNames: [] } });
  expect(roles.onChecked).toHaveBeenLastCalledWith(
    { problems: [], doubts: [expect.objectContaining({ from: 19, to: 27 })] },
    value,
  );
});

it('a text from outside replaces what is there', () => {
  const { rerender, text } = open();
  rerender({ value: '{"template": {}}' });
  expect(text()).toBe('{"template": {}}');
});

it('a page that follows late takes nothing back', async () => {
  const { rerender, onChange, text, type, view } = open({ value: '' });
  view.focus();
  type('a');
  type('b');
  expect(onChange.mock.calls).toEqual([['a']]);
  rerender({ value: 'a' });
  expect(text()).toBe('ab');
  await waitFor(() => expect(onChange).toHaveBeenLastCalledWith('ab'));
});

it('the page knows all that was typed when the focus leaves', () => {
  const { onChange, type } = open({ value: '' });
  for (const letter of 'abc') type(letter);
  act(() => {
    screen.getByRole('textbox').dispatchEvent(new FocusEvent('blur'));
  });
  expect(onChange).toHaveBeenLastCalledWith('abc');
});
