import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import type { ApiClient } from '../api/client.ts';
import { ExportButton } from './export_button.tsx';

const NOW = Date.UTC(2026, 10, 24, 12);
const CSV = 'id,name\r\n1,Schlüssel\r\n';

/** What the browser was given to save. */
let saved: { readonly name: string; readonly blob: Blob | undefined }[];
beforeEach(() => {
  saved = [];
  const blobs = new Map<string, Blob>();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      blobs.set('blob:file', blob);
      return 'blob:file';
    },
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: blobs.get(this.href) });
  });
});
afterEach(() => {
  Reflect.deleteProperty(URL, 'createObjectURL');
});

const show = (server: FakeServer, api?: ApiClient, total = 2) =>
  renderPage(<ExportButton filter={{ search: 'books' }} total={total} />, server, {
    now: () => NOW,
    ...(api && { api }),
  });
const button = () => screen.getByTestId('apiKeysExport');

/** An API that answers nothing; gives the signal of the call. */
function silentApi() {
  const signals: AbortSignal[] = [];
  const api: ApiClient = {
    call: (_route, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        if (signal === undefined) return;
        signals.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  return { api, signals };
}

describe('the export', () => {
  it('saves what matches as a file that every program reads', async () => {
    const { requests, toasts } = show({ 'POST /_export': () => CSV });
    await userEvent.click(button());
    await screen.findByText('The file was saved.');
    expect(requests).toMatchObject([{ body: { filter: { search: 'books' } } }]);
    expect(saved).toMatchObject([
      { name: 'api-keys-2026-11-24.csv', blob: { type: 'text/csv;charset=utf-8' } },
    ]);
    expect(await readAsBytes(saved[0]?.blob)).toEqual(Buffer.from(`\ufeff${CSV}`));
    expect(toasts).toEqual([]);
    expect(button()).toHaveTextContent('Export as CSV');
  });

  it('of nothing is not offered', () => {
    show({}, undefined, 0);
    expect(button()).toBeDisabled();
  });

  it('that breaks off saves nothing, says why, and can be tried again', async () => {
    let attempts = 0;
    const { toasts } = show({
      'POST /_export': () => {
        attempts += 1;
        if (attempts === 1) throw httpFailure(200, 'The answer was cut short.');
        return CSV;
      },
    });
    await userEvent.click(button());
    await waitFor(() =>
      expect(toasts).toEqual([
        {
          kind: 'danger',
          title: 'The API keys could not be exported',
          text: 'The answer was cut short.',
        },
      ]),
    );
    expect(saved).toEqual([]);
    await userEvent.click(button());
    await waitFor(() => expect(saved).toHaveLength(1));
  });

  it('stops when the button is pressed again', async () => {
    const { api, signals } = silentApi();
    const { toasts } = show({}, api);
    await userEvent.click(button());
    expect(button()).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Stop export' }));
    await screen.findByText('The export was stopped.');
    expect(signals[0]?.aborted).toBe(true);
    expect(button()).toHaveTextContent('Export as CSV');
    expect(button()).toHaveFocus();
    expect(toasts).toEqual([]);
    expect(saved).toEqual([]);
  });

  it('ends with the page', async () => {
    const { api, signals } = silentApi();
    const { unmount, toasts } = show({}, api);
    await userEvent.click(button());
    unmount();
    expect(signals[0]?.aborted).toBe(true);
    expect(toasts).toEqual([]);
  });
});

const readAsBytes = (blob: Blob | undefined): Promise<Buffer> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(Buffer.from(reader.result as ArrayBuffer)));
    reader.readAsArrayBuffer(blob ?? new Blob());
  });
