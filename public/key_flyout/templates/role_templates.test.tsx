import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import { keysServer } from '../../../test/helpers/keys_server.ts';
import { renderPage } from '../../../test/helpers/render_page.tsx';
import type { JsonSection } from '../form/key_form.ts';
import { RoleTemplates } from './role_templates.tsx';
import { ROLE_TEMPLATES } from './templates.ts';

const EXPORTER = { exporter: { cluster: ['monitor'] } };
const KEYS = [
  anApiKey({ id: 'k1', name: 'Daily export', role_descriptors: EXPORTER }),
  anApiKey({ id: 'k2', name: 'Weekly export', role_descriptors: {} }),
];

function open(initial: JsonSection = { on: true, text: '{}' }) {
  const onChange = jest.fn<(section: JsonSection) => void>();
  function Section() {
    const [section, setSection] = useState(initial);
    onChange.mockImplementation(setSection);
    return <RoleTemplates section={section} onChange={onChange} />;
  }
  const page = renderPage(<Section />, keysServer(KEYS));
  const current = () => onChange.mock.lastCall?.[0];
  return { ...page, current };
}

const select = () => screen.getByTestId('apiKeyRoleTemplate');
const choose = (template: string) => userEvent.selectOptions(select(), template);

describe('a template', () => {
  it.each(ROLE_TEMPLATES.map(({ id, descriptors }) => [id, descriptors] as const))(
    '%s takes the place of what is there',
    async (id, descriptors) => {
      const { current } = open();
      await choose(id);
      expect(JSON.parse(current()?.text ?? '')).toEqual(descriptors);
      expect(select()).toHaveValue(id);
    },
  );

  it('switches the restriction on', async () => {
    const { current } = open({ on: false, text: '{}' });
    await choose('books');
    expect(current()?.on).toBe(true);
  });

  it('can be taken back, without a word lost', async () => {
    const before = { on: true, text: '{ "mine": {} ' };
    const { current } = open(before);
    expect(screen.queryByText('Undo')).toBeNull();
    await choose('books');
    await userEvent.click(screen.getByText('Undo'));
    expect(current()).toEqual(before);
    expect(select()).toHaveDisplayValue('Choose a template…');
    expect(screen.queryByText('Undo')).toBeNull();
    expect(select()).toHaveFocus();
  });
});

describe('an existing key', () => {
  const search = async (text: string) => {
    await choose('From an existing key…');
    await userEvent.type(screen.getByTestId('comboBoxSearchInput'), text);
  };

  it('is found by its name, and gives its role descriptors', async () => {
    const { current } = open();
    await search('Daily');
    await waitFor(() => expect(screen.queryByText(/Weekly/)).toBeNull());
    await userEvent.click(await screen.findByRole('option', { name: 'Daily export (exporter)' }));
    expect(JSON.parse(current()?.text ?? '')).toEqual(EXPORTER);
    expect(select()).toHaveDisplayValue('From an existing key…');
  });

  it('is chosen by the keyboard alone', async () => {
    const { current } = open();
    await search('Daily');
    await waitFor(() => expect(screen.queryByText(/Weekly/)).toBeNull());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(JSON.parse(current()?.text ?? '')).toEqual(EXPORTER);
  });

  it('without role descriptors cannot be chosen', async () => {
    const { current } = open();
    await search('Weekly');
    await waitFor(() => expect(screen.queryByText(/Daily/)).toBeNull());
    const option = await screen.findByRole('option', { name: 'Weekly export' });
    expect(option).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(option);
    expect(current()).toBeUndefined();
  });
});
