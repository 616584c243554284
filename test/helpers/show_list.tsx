import { expect } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { KeysPage } from '../../public/keys_page/keys_page.tsx';
import { anApiKey } from './an_api_key.ts';
import { keysServer } from './keys_server.ts';
import { renderPage } from './render_page.tsx';

/** Keys `k0`, `k1`, … of the signed-in user, the newest first. */
export const many = (count: number) =>
  Array.from({ length: count }, (_, i) => anApiKey({ id: `k${i}`, name: `key ${i}.` }));

/** The whole page over a server with these keys, once its rows are there. */
export async function showList(
  keys: readonly ApiKey[],
  { url = '/', capabilities }: { url?: string; capabilities?: Partial<Capabilities> } = {},
) {
  const history = createMemoryHistory({ initialEntries: [url] });
  const server = keysServer(keys, capabilities);
  const page = renderPage(<KeysPage />, server, { history });
  await screen.findByTestId('apiKeysTable');
  const lastQuery = () => page.requests.findLast(({ route }) => route === 'POST /_query')?.body;
  return { ...page, server, history, lastQuery, user: userEvent.setup() };
}

/** The row of a key, once it is there. */
export const row = (id: string) => screen.findByTestId(`apiKeyRow-${id}`);
/** Waits until the row of a key has gone. */
export const rowGone = (id: string) =>
  waitFor(() => expect(screen.queryByTestId(`apiKeyRow-${id}`)).toBeNull());
