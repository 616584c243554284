import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { TestedKey } from '../../common/http_api/test_key.ts';
import type { RoleDescriptors } from '../../common/role_descriptors.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { CreatedKeyPanel } from './created_key_panel.tsx';
import type { PreviousKey } from './previous_key_note.tsx';

const CREATED = { id: 'id', name: 'Daily export', api_key: 'key', encoded: 'aWQ6a2V5' };

interface Given {
  readonly elasticsearch_url?: string;
  readonly role_descriptors?: RoleDescriptors;
  readonly previous?: PreviousKey;
  readonly server?: FakeServer;
}

function show({ elasticsearch_url, role_descriptors = {}, previous, server }: Given = {}) {
  const onDone = jest.fn();
  const page = renderPage(
    <CreatedKeyPanel created={CREATED} previous={previous} onDone={onDone} />,
    {
      'GET /capabilities': () => ({ elasticsearch_url }),
      'GET /keys/{id}': () => ({ key: anApiKey({ id: 'id', role_descriptors }) }),
      ...server,
    },
  );
  return { ...page, onDone };
}

const field = (name: string) => screen.getByTestId(name);
const choose = (name: string, label: string) => userEvent.selectOptions(field(name), label);

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

  it.each([
    ['Encoded', 'aWQ6a2V5', /Authorization: ApiKey/],
    ['JSON', '{"id":"id","name":"Daily export","api_key":"key","encoded":"aWQ6a2V5"}', /answers/],
    ['Beats', 'id:key', /output\.elasticsearch/],
    ['Logstash', 'id:key', /pipeline/],
  ])('has the form %s, which is said to be for something', async (name, value, use) => {
    show();
    expect(field('apiKeyCreatedFormat')).toHaveDisplayValue('Encoded');
    await choose('apiKeyCreatedFormat', name);
    expect(field('apiKeyCreatedValue')).toHaveValue(value);
    expect(field('apiKeyCreatedValue')).toHaveAccessibleName(`API key, ${name}`);
    expect(field('apiKeyCreatedFormat')).toHaveAccessibleDescription(use);
  });
});

describe('the example', () => {
  const snippet = () => field('apiKeySnippet');

  it('is for the cluster and something that the key may do', async () => {
    show({
      elasticsearch_url: 'https://es.example',
      role_descriptors: { r: { indices: [{ names: ['books'], privileges: ['read'] }] } },
    });
    await waitFor(() => expect(snippet()).toHaveTextContent('"https://es.example/books/_search"'));
    expect(snippet()).toHaveTextContent('export API_KEY="aWQ6a2V5"');
    await choose('apiKeySnippetLanguage', 'Python');
    expect(snippet()).toHaveTextContent('"https://es.example", api_key="aWQ6a2V5"');
    await choose('apiKeySnippetLanguage', 'JavaScript');
    expect(snippet()).toHaveTextContent('import { Client } from "@elastic/elasticsearch"');
    await choose('apiKeySnippetLanguage', 'Go');
    expect(snippet()).toHaveTextContent('client.Search.WithIndex("books")');
  });

  it('asks who the key is where nothing else is known, of an address to be filled in', async () => {
    const { requests } = show({
      server: {
        'GET /keys/{id}': () => {
          throw httpFailure(503, 'away');
        },
      },
    });
    await waitFor(() => expect(requests).toHaveLength(2));
    expect(snippet()).toHaveTextContent(
      'https://elasticsearch.example:9200/_security/_authenticate',
    );
    expect(field('apiKeySnippetLanguage')).toHaveAccessibleDescription(
      /Put the address of your Elasticsearch/,
    );
  });
});

describe('testing the key', () => {
  const test = async (answer: () => TestedKey) => {
    const page = show({ server: { 'POST /_test': answer } });
    await userEvent.click(field('apiKeyTest'));
    return { ...page, result: await screen.findByTestId('apiKeyTestResult') };
  };
  const valid = { valid: true, id: 'id', name: 'Daily export', username: 'maria' } as const;

  it.each<[string, TestedKey, RegExp]>([
    ['works', valid, /works.*acts for maria and does not expire/],
    [
      'works for a while',
      { ...valid, expiration: Date.UTC(2030, 5, 15, 12) },
      /works.*acts for maria until June 15, 2030/,
    ],
    [
      'is of no use',
      { valid: false, reason: 'It has been deleted.' },
      /does not work. It has been deleted/,
    ],
  ])('says of one that %s', async (_what, answer, text) => {
    const { requests, result } = await test(() => answer);
    expect(result).toHaveTextContent(text);
    expect(result.closest('[role="status"]')).toBeVisible();
    expect(requests).toContainEqual(
      expect.objectContaining({ route: 'POST /_test', body: { encoded: 'aWQ6a2V5' } }),
    );
  });

  it('that nobody could do says why, and can be done again', async () => {
    let attempts = 0;
    const { result } = await test(() => {
      attempts += 1;
      if (attempts === 1) throw httpFailure(503, 'Elasticsearch is away');
      return valid;
    });
    expect(result).toHaveTextContent(/could not be tested: Elasticsearch is away/);
    await userEvent.click(field('apiKeyTest'));
    await screen.findByText(/The key works/);
  });

  it('ends with the panel', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const { unmount } = renderPage(
      <CreatedKeyPanel created={CREATED} onDone={() => undefined} />,
      {},
      {
        api: {
          call: (_route, { signal } = {}) => {
            signals.push(signal);
            return new Promise(() => undefined);
          },
        },
      },
    );
    await userEvent.click(field('apiKeyTest'));
    unmount();
    expect(signals.at(-1)?.aborted).toBe(true);
  });
});

describe('a key that replaces another', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says how long the old one still works, and when it no longer does', () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 5, 15, 12) });
    show({ previous: { id: 'old-id', name: 'Old export', expiration: Date.now() + 30_000 } });
    const panel = field('apiKeyCreated');
    expect(panel).toHaveTextContent(/“Old export”, which still works until June 15, 2026/);
    act(() => void jest.advanceTimersByTime(30_000));
    expect(panel).toHaveTextContent(/“Old export”, which no longer works/);
  });

  it('names an old one without a name by its id', () => {
    show({ previous: { id: 'old-id', expiration: 1 } });
    expect(field('apiKeyCreated')).toHaveTextContent(/“old-id”, which no longer works/);
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

  it('works for every format and for the example', async () => {
    const copied = watchClipboard();
    const { onDone } = show();
    await choose('apiKeyCreatedFormat', 'Beats');
    await userEvent.click(field('apiKeyCopy'));
    await screen.findByText('Copied');
    await choose('apiKeyCreatedFormat', 'JSON');
    expect(screen.queryByText('Copied')).toBeNull();
    await userEvent.click(field('apiKeySnippetCopy'));
    await screen.findByText('Copied');
    expect(copied).toEqual(['id:key', field('apiKeySnippet').textContent]);
    await userEvent.click(field('apiKeyCreatedDone'));
    expect(onDone).toHaveBeenCalled();
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
    await userEvent.click(field('apiKeySnippetCopy'));
    await waitFor(() => expect(getSelection()?.toString()).toMatch(/^export API_KEY/));
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
