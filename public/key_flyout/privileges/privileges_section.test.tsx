import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { ExcessPrivilege } from '../../../common/http_api/check_privileges.ts';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import { SUPERUSER } from '../../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../../test/helpers/render_page.tsx';
import { CreateKeyFlyout } from '../create_key_flyout.tsx';

const CHECK = 'POST /_check_privileges';
const EMPTY = { excess: [] };

/** The form of a new key with these role descriptors. */
function open(role_descriptors: RoleDescriptors, server: FakeServer = { [CHECK]: () => EMPTY }) {
  const onCreated = jest.fn();
  const page = renderPage(<CreateKeyFlyout from="k" onCreated={onCreated} onClose={jest.fn()} />, {
    'GET /capabilities': () => SUPERUSER,
    'GET /keys/{id}': () => ({ key: anApiKey({ id: 'k', role_descriptors }) }),
    'POST /keys': () => ({ id: 'new', name: 'k', api_key: 's', encoded: 'e' }),
    ...server,
  });
  const checked = () =>
    page.requests
      .filter(({ route }) => route === CHECK)
      .map(({ body }) => Object.keys((body as { role_descriptors: object }).role_descriptors));
  return { ...page, onCreated, checked };
}

const choose = (template: string) =>
  userEvent.selectOptions(screen.getByTestId('apiKeyRoleTemplate'), template);
const summary = (text: RegExp) =>
  waitFor(() => expect(screen.getByTestId('apiKeyEffectivePrivileges')).toHaveTextContent(text));
const warning = () => screen.queryByTestId('apiKeyPrivilegeWarning');

const excess = (index: number, privilege: string, name: string): ExcessPrivilege => ({
  role: 'r',
  path: `/r/indices/0/privileges/${index}`,
  kind: 'index',
  names: [name],
  privilege,
});
const R: RoleDescriptors = {
  r: {
    cluster: ['monitor'],
    indices: [{ names: ['books', 'orders'], privileges: ['read', 'write'] }],
  },
};

describe('what a key will be able to do', () => {
  it('is said in words', async () => {
    open(R);
    await summary(
      /You have all of these.*r: monitor on the cluster; read and write on books and orders/,
    );
    expect(warning()).toBeNull();
  });

  it('is said once where it is asked for twice', async () => {
    const indices = [{ names: ['books', 'books'], privileges: ['read', 'read'] }];
    open({ r: { indices: [...indices, ...indices] } });
    await summary(/r: read on books$/);
  });

  it('is less where its owner has less, privilege by privilege', async () => {
    open(R, {
      [CHECK]: () => ({
        excess: [
          excess(1, 'write', 'books'),
          excess(0, 'read', 'orders'),
          excess(1, 'write', 'orders'),
        ],
      }),
    });
    await summary(/only what you have too:r: monitor on the cluster; read on books$/);
    for (const text of [
      'read on orders — you do not have it, so the key will not get it',
      'write on books and orders — you do not have it, so the key will not get it',
      'Of a privilege or an index pattern that you have in part only, the key gets that part.',
    ])
      expect(warning()).toHaveTextContent(text);
  });

  it('is everything that its owner may, without a role descriptor', async () => {
    const { checked } = open({});
    await userEvent.click(await screen.findByTestId('apiKeyRestrictSwitch'));
    expect(warning()).toHaveTextContent(/the key has all of your privileges.*Choose a template/);
    await choose('books');
    await summary(/books-read-only: read on books/);
    expect(warning()).toBeNull();
    expect(checked()).toEqual([['books-read-only']]);
  });

  it('is no longer restricted where the restriction is switched off', async () => {
    open(R);
    await userEvent.click(await screen.findByTestId('apiKeyRestrictSwitch'));
    expect(warning()).toHaveTextContent(/all of your privileges.*takes the restriction away/);
  });

  it.each<[string, RoleDescriptors[string], RegExp]>([
    ['the cluster', { cluster: ['all'] }, /“r” asks for all on the cluster/],
    ['every index', { indices: [{ names: '*', privileges: ['all'] }] }, /all on every index/],
  ])('is warned of where it is all on %s, also if its owner has it', async (_what, role, text) => {
    open({ r: role });
    await waitFor(() => expect(warning()).toHaveTextContent(text));
  });
});

describe('asking what the user has', () => {
  it('is done once for each text that stays', async () => {
    const { checked } = open({});
    await screen.findByTestId('apiKeyRestrictSwitch');
    for (const [template, role] of [
      ['books', 'books-read-only'],
      ['monitoring', 'monitoring'],
      ['books', 'books-read-only'],
    ] as const) {
      await choose(template);
      await summary(new RegExp(`${role}: `));
    }
    expect(checked()).toEqual([['books-read-only'], ['monitoring']]);
  });

  it('is not done for what was there for a moment only', async () => {
    const { checked } = open({});
    await screen.findByTestId('apiKeyRestrictSwitch');
    const templates = screen.getByTestId('apiKeyRoleTemplate');
    // Without a wait in between, in which a slow machine would have let the first one stay.
    fireEvent.change(templates, { target: { value: 'books' } });
    fireEvent.change(templates, { target: { value: 'monitoring' } });
    await summary(/monitoring: /);
    expect(checked()).toEqual([['monitoring']]);
  });

  it('is called off when the text changes: a late answer counts for nothing', async () => {
    const late = Promise.withResolvers<unknown>();
    const answers = [late.promise, EMPTY];
    const { checked } = open({}, { [CHECK]: () => answers.shift() });
    await screen.findByTestId('apiKeyRestrictSwitch');
    await choose('books');
    await summary(/Checking/);
    await choose('monitoring');
    await summary(/monitoring: /);
    late.resolve({ excess: [excess(0, 'read', 'books')] });
    await waitFor(() => expect(checked()).toHaveLength(2));
    expect(warning()).toBeNull();
  });

  it('shows what Elasticsearch does not know at its place', async () => {
    open(R, {
      [CHECK]: () => {
        throw httpFailure(
          400,
          'unknown cluster privilege [monitor]. a privilege must be either one',
        );
      },
    });
    await screen.findByText(/^Line 4, column \d+: unknown cluster privilege \[monitor\]/);
    expect(screen.queryByTestId('apiKeyEffectivePrivileges')).toBeNull();
  });

  it.each([
    [403, 'not allowed'],
    [503, 'Elasticsearch is away'],
    [400, '[request body.role_descriptors]: expected at most 5000 privileges, got 5001'],
  ])('in vain (%i) is said quietly, and does not stand in the way', async (status, message) => {
    const { onCreated } = open(R, {
      [CHECK]: () => {
        throw httpFailure(status, message);
      },
    });
    await summary(/could not be checked/);
    expect(warning()).toBeNull();
    await userEvent.click(screen.getByTestId('apiKeySubmit'));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
  });
});
