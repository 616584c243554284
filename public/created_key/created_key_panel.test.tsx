import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { CreatedKeyPanel } from './created_key_panel.tsx';

const CREATED = { id: 'id', name: 'Daily export', api_key: 'key', encoded: 'aWQ6a2V5' };

function show(elasticsearch_url?: string) {
  const onDone = jest.fn();
  renderPage(<CreatedKeyPanel created={CREATED} onDone={onDone} />, {
    'GET /capabilities': () => ({ elasticsearch_url }),
  });
  return { onDone };
}

const field = (name: string) => screen.getByTestId(name);

/** What the page put into the clipboard; `refuse` makes it fail as browsers do. */
function watchClipboard({ refuse = false } = {}) {
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      async writeText(text: string) {
        if (refuse) throw new DOMException('no', 'NotAllowedError');
        copied.push(text);
      },
    },
  });
  return copied;
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  Reflect.deleteProperty(document, 'execCommand');
});

describe('a new key', () => {
  it('is announced and shown', () => {
    show();
    expect(screen.getByRole('heading', { name: /Daily export/ })).toHaveFocus();
    expect(field('apiKeyCreatedValue')).toHaveValue('aWQ6a2V5');
    expect(field('apiKeyCreated')).toHaveTextContent(/shown this once and never again/);
    expect(field('apiKeyCreated')).toHaveTextContent(/for programs/);
  });

  it('comes with a line for the shell', async () => {
    show('https://es.example');
    await screen.findByText(/https:\/\/es\.example\/_security\/_authenticate/);
    expect(field('apiKeySnippet')).toHaveTextContent('export API_KEY="aWQ6a2V5"');
  });
});

describe('copying', () => {
  it('puts the encoded key into the clipboard', async () => {
    const copied = watchClipboard();
    show();
    await userEvent.click(field('apiKeyCopy'));
    await screen.findByText('Copied');
    expect(copied).toEqual(['aWQ6a2V5']);
  });

  it('works the old way where there is no clipboard, as on plain http', async () => {
    let selected = '';
    document.execCommand = () => {
      selected = field('apiKeyCreatedValue') === document.activeElement ? 'the key' : '';
      return true;
    };
    show();
    Reflect.deleteProperty(navigator, 'clipboard');
    await userEvent.click(field('apiKeyCopy'));
    await screen.findByText('Copied');
    expect(selected).toBe('the key');
  });

  it('that the browser refuses leaves the key selected and says so', async () => {
    watchClipboard({ refuse: true });
    document.execCommand = () => false;
    show();
    await userEvent.click(field('apiKeyCopy'));
    await screen.findByText(/copy it with the keyboard/);
    expect(field('apiKeyCreatedValue')).toHaveFocus();
  });
});

describe('closing', () => {
  it('asks as long as the key was not copied', async () => {
    const { onDone } = show();
    await userEvent.click(field('apiKeyCreatedDone'));
    expect(onDone).not.toHaveBeenCalled();
    await userEvent.click(field('confirmModalCancelButton'));
    expect(field('apiKeyCreatedValue')).toHaveValue('aWQ6a2V5');
    await userEvent.click(field('apiKeyCreatedDone'));
    await userEvent.click(field('confirmModalConfirmButton'));
    expect(onDone).toHaveBeenCalled();
  });

  it('asks nothing afterwards, nor does leaving the page', async () => {
    const leaves = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    watchClipboard();
    const { onDone } = show();
    expect(leaves()).toBe(false);
    await userEvent.click(field('apiKeyCopy'));
    await screen.findByText('Copied');
    expect(leaves()).toBe(true);
    await userEvent.click(field('apiKeyCreatedDone'));
    expect(onDone).toHaveBeenCalled();
  });
});
