import { expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import { Metadata } from '../../common/metadata.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { JsonField } from './json_field.tsx';

// As where the network breaks between opening the page and switching the editor on.
jest.mock('./json_editor.tsx', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

function Field() {
  const [value, setValue] = useState('{"team":"books"}');
  const [errors, setErrors] = useState<readonly string[]>([]);
  return (
    <JsonField
      label="Metadata"
      codec={Metadata}
      value={value}
      errors={errors}
      readOnly={false}
      testSubjects={{ editor: 'editor', format: 'format' }}
      onChange={setValue}
      onErrors={setErrors}
    />
  );
}

it('a plain text area does where the editor’s code cannot be downloaded', async () => {
  renderPage(<Field />, {});
  const text = await screen.findByRole('textbox', { name: 'Metadata' });
  await userEvent.click(screen.getByTestId('format'));
  expect(text).toHaveValue('{\n  "team": "books"\n}');

  await userEvent.type(text, '!');
  await waitFor(() => expect(text).toBeInvalid());
  expect(text).toHaveAccessibleDescription(/Line 3, column 2: /);
});
