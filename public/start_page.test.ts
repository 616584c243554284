import { describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import type { Capabilities } from '../common/http_api/capabilities.ts';
import { SUPERUSER } from '../test/helpers/keys_server.ts';
import { capabilitiesQuery, keyPageQuery } from './api/query_options.ts';
import { startPage } from './start_page.ts';

function start(search: string, capabilities: Capabilities | Error = SUPERUSER) {
  const asked: string[] = [];
  const page = startPage(
    {
      async fetch(path, { body } = {}) {
        asked.push(`${path.split('/').at(-1)} ${body ?? ''}`);
        if (capabilities instanceof Error) throw capabilities;
        return path.endsWith('capabilities') ? capabilities : { total: 3 };
      },
      basePath: { prepend: (path) => path },
    },
    search,
  );
  return { ...page, asked };
}

const QUERY = { sort: { field: 'name', direction: 'asc' }, size: 25 } as const;

describe('before it is drawn the page', () => {
  it('asks for the view that its address names, and takes it from there', async () => {
    const { api, queryClient, asked } = start('?sort=name:asc');
    const { queryKey } = keyPageQuery(api, QUERY);
    await waitFor(() =>
      expect(asked).toEqual(['capabilities ', `_query ${JSON.stringify(QUERY)}`]),
    );
    await waitFor(() => expect(queryClient.getQueryData(queryKey)).toEqual({ total: 3 }));
    expect(await queryClient.fetchQuery(capabilitiesQuery(api))).toEqual(SUPERUSER);
    expect(asked).toHaveLength(2);
  });

  const nobody = { can_manage_own: false, can_manage_all: false, can_read_all: false };
  it.each<[string, string, Capabilities | Error]>([
    ['on the tab of the tasks', '?tab=tasks', SUPERUSER],
    ['where the user may see none', '', { ...SUPERUSER, ...nobody }],
    ['where API keys are disabled', '', { ...SUPERUSER, enabled: false }],
    ['where the server is away', '', new Error('away')],
  ])('asks for no keys %s', async (_where, search, capabilities) => {
    const { queryClient, asked } = start(search, capabilities);
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(asked).toEqual(['capabilities ']);
  });
});
