import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { SUPERUSER } from '../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { UpdateKeyFlyout } from './update_key_flyout.tsx';

function open(key: Partial<ApiKey> = {}, server: FakeServer = {}) {
  const calls = {
    onClose: jest.fn(),
    onRotate: jest.fn(),
    onClone: jest.fn(),
    onDelete: jest.fn(),
  };
  const page = renderPage(<UpdateKeyFlyout id="id-1" {...calls} />, {
    'GET /capabilities': () => SUPERUSER,
    'GET /keys/{id}': () => ({ key: anApiKey({ id: 'id-1', name: 'Daily export', ...key }) }),
    'PUT /keys/{id}': () => ({ updated: true }),
    ...server,
  });
  const updates = () =>
    page.requests.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body);
  return { ...page, ...calls, updates };
}

const click = async (name: string) => userEvent.click(await screen.findByTestId(name));
const editor = (name: string) => screen.findByRole('textbox', { name });

describe('a key', () => {
  it('is shown with what it may do', async () => {
    open({ role_descriptors: { exporter: { cluster: ['monitor'], indices: [] } } });
    await screen.findByRole('heading', { name: 'Daily export' });
    for (const text of ['id-1', /elastic.*reserved/, 'Personal', 'Active'])
      expect(screen.getByTestId('apiKeyFlyout')).toHaveTextContent(text);
    expect(screen.getByTestId('apiKeyRestrictSwitch')).toBeChecked();
    expect(screen.getByTestId('apiKeyMetadataSwitch')).not.toBeChecked();
    expect(await editor('Role descriptors')).toHaveTextContent(
      /^\{ *"exporter": \{ *"cluster": \[ *"monitor" *\] *\} *\}$/,
    );
  });

  it('is loading at first', () => {
    open({}, { 'GET /keys/{id}': () => new Promise(() => undefined) });
    screen.getByTestId('apiKeyFlyoutLoading');
    expect(screen.queryByTestId('apiKeySubmit')).toBeNull();
  });

  it('that was deleted meanwhile is said to be gone', async () => {
    const { onClose } = open(
      {},
      {
        'GET /keys/{id}': () => {
          throw httpFailure(404, 'no such key');
        },
      },
    );
    await screen.findByText('There is no such key');
    await click('apiKeyCancel');
    expect(onClose).toHaveBeenCalled();
  });

  it('that could not be read can be read again', async () => {
    let attempts = 0;
    open(
      {},
      {
        'GET /keys/{id}': () => {
          attempts += 1;
          if (attempts === 1) throw httpFailure(503, 'Elasticsearch is away');
          return { key: anApiKey({ id: 'id-1' }) };
        },
      },
    );
    await screen.findByText('Elasticsearch is away');
    await userEvent.click(screen.getByText('Try again'));
    await screen.findByText('name of id-1');
  });

  it.each<[string, Partial<ApiKey>, RegExp]>([
    ['of someone else', { username: 'ada' }, /Only its owner/],
    ['that has expired', { expiration: 1 }, /has expired/],
    ['for other clusters', { type: 'cross_cluster', kind: 'cross_cluster' }, /cross-cluster/],
  ])('%s cannot be changed, and the page says why', async (_what, key, reason) => {
    open({ metadata: { team: 'books' }, ...key });
    expect(await screen.findByTestId('apiKeyReadOnly')).toHaveTextContent(reason);
    expect(screen.queryByTestId('apiKeySubmit')).toBeNull();
    for (const section of screen.queryAllByRole('switch')) expect(section).toBeDisabled();
    for (const text of screen.queryAllByRole('textbox'))
      expect(text).toHaveAttribute('aria-readonly', 'true');
  });
});

describe('saving', () => {
  const restricted = {
    role_descriptors: { r: { cluster: ['monitor'] } },
    metadata: { team: 'books' },
  };

  it('sends what has changed only', async () => {
    const { updates, toasts, onClose } = open(restricted);
    await click('apiKeyMetadataSwitch');
    await click('apiKeySubmit');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(updates()).toEqual([{ metadata: {} }]);
    expect(toasts).toEqual([{ kind: 'success', title: 'API key updated' }]);
  });

  it('of an unrestricted key is warned of', async () => {
    const { updates } = open(restricted);
    await click('apiKeyRestrictSwitch');
    expect(screen.getByTestId('apiKeyPrivilegeWarning')).toHaveTextContent(
      /all of your privileges.*takes the restriction away/,
    );
    await click('apiKeySubmit');
    await waitFor(() => expect(updates()).toEqual([{ role_descriptors: {} }]));
  });

  it('without a change says so', async () => {
    const { updates, toasts } = open(restricted, { 'PUT /keys/{id}': () => ({ updated: false }) });
    await click('apiKeySubmit');
    await waitFor(() =>
      expect(toasts).toMatchObject([{ title: expect.stringMatching(/^Nothing to change/) }]),
    );
    expect(updates()).toEqual([{}]);
  });

  it('tells that the owner’s present privileges become the limits', async () => {
    open();
    await screen.findByText(/privileges that you have now as the new limits/);
  });

  it('in vain keeps what was changed', async () => {
    const { onClose } = open(restricted, {
      'PUT /keys/{id}': () => {
        throw httpFailure(403, 'not allowed');
      },
    });
    await click('apiKeyMetadataSwitch');
    await click('apiKeySubmit');
    expect(await screen.findByTestId('apiKeyFormErrors')).toHaveTextContent(/not allowed/);
    expect(screen.getByTestId('apiKeyMetadataSwitch')).not.toBeChecked();
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('a key that was changed elsewhere meanwhile', () => {
  const mine = { metadata: { team: 'books' }, role_descriptors: { r: { cluster: ['monitor'] } } };
  const theirs = { ...mine, role_descriptors: { theirs: { cluster: ['all'] } } };

  /** The key as it is each time that it is read. */
  async function openAndSave(...versions: Partial<ApiKey>[]) {
    const answers = [...versions];
    let last = {};
    const page = open(
      {},
      {
        'GET /keys/{id}': () => {
          last = answers.shift() ?? last;
          return { key: anApiKey({ id: 'id-1', ...last }) };
        },
      },
    );
    await click('apiKeyMetadataSwitch');
    await click('apiKeySubmit');
    return page;
  }

  it('is not overwritten unseen', async () => {
    const { updates, onClose } = await openAndSave(mine, theirs);
    const note = await screen.findByTestId('apiKeyChangedMeanwhile');
    expect(note).toHaveTextContent(/Nothing was saved yet\. Its privileges are no longer/);
    expect(note).toHaveFocus();
    expect(screen.getByTestId('apiKeyMetadataSwitch')).not.toBeChecked();
    expect(updates()).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('can be shown as it is now', async () => {
    const { updates } = await openAndSave(mine, theirs);
    await click('apiKeyLoadNewVersion');
    expect(screen.queryByTestId('apiKeyChangedMeanwhile')).toBeNull();
    expect(screen.getByTestId('apiKeyRestrictSwitch')).toHaveFocus();
    expect(screen.getByTestId('apiKeyMetadataSwitch')).toBeChecked();
    expect(await editor('Role descriptors')).toHaveTextContent(/theirs/);
    await click('apiKeySubmit');
    await waitFor(() => expect(updates()).toEqual([{}]));
  });

  it('can be overwritten by what was changed here, and no more', async () => {
    const { updates, onClose } = await openAndSave(mine, theirs);
    await click('apiKeyOverwrite');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(updates()).toEqual([{ metadata: {} }]);
  });

  it('is looked at again before it is overwritten', async () => {
    const { updates } = await openAndSave(mine, theirs, { ...theirs, metadata: { team: 'films' } });
    await click('apiKeyOverwrite');
    await waitFor(() =>
      expect(screen.getByTestId('apiKeyChangedMeanwhile')).toHaveTextContent(
        /privileges and its metadata are/,
      ),
    );
    expect(updates()).toEqual([]);
  });
});

describe('the owner’s limits', () => {
  const limited = (limits: () => unknown): FakeServer => ({
    'GET /keys/{id}': ({ query }) => ({
      key: {
        ...anApiKey({ id: 'id-1' }),
        ...(query?.with_limited_by === 'true' && { limited_by: limits() }),
      },
    }),
  });

  it('are shown when they are asked for', async () => {
    open(
      {},
      limited(() => [{ superuser: { cluster: ['all'], indices: [] } }]),
    );
    await click('apiKeyShowOwnerLimits');
    const limits = await screen.findByTestId('apiKeyOwnerLimits');
    expect(JSON.parse(limits.textContent ?? '')).toEqual({ superuser: { cluster: ['all'] } });
    expect(limits).toHaveFocus();
  });

  it('that cannot be had are a reason, and can be asked for again', async () => {
    let attempts = 0;
    open(
      {},
      limited(() => {
        attempts += 1;
        if (attempts === 1) throw httpFailure(403, 'not allowed');
        return [{}];
      }),
    );
    await click('apiKeyShowOwnerLimits');
    await screen.findByText('not allowed');
    await click('apiKeyShowOwnerLimits');
    await screen.findByTestId('apiKeyOwnerLimits');
  });
});

it('the Elasticsearch request has what was changed', async () => {
  open({ metadata: { team: 'books' } });
  await click('apiKeyMetadataSwitch');
  const details = screen.getByTestId<HTMLDetailsElement>('apiKeyRequest');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  expect(details.querySelector('pre')?.textContent).toBe(
    'PUT /_security/api_key/id-1\n{\n  "metadata": {}\n}',
  );
});

describe('what else can be done', () => {
  const OFFERED = ['Rotate', 'Clone', 'Delete'];

  it.each<[string, Partial<ApiKey>, Partial<Capabilities>, readonly string[]]>([
    ['a key of one’s own', {}, {}, OFFERED],
    ['a key that has expired', { expiration: 1 }, {}, ['Clone', 'Delete']],
    ['someone else’s key', { username: 'ada' }, {}, ['Clone', 'Delete']],
    ['someone else’s key', { username: 'ada' }, { can_manage_all: false }, ['Clone']],
    ['a cross-cluster key', { type: 'cross_cluster' }, {}, ['Delete']],
    ['a key', {}, { can_manage_all: false, can_manage_own: false }, []],
  ])('with %s is what its reader may do (%#)', async (_what, key, capabilities, offered) => {
    open(key, { 'GET /capabilities': () => ({ ...SUPERUSER, ...capabilities }) });
    await screen.findByTestId('apiKeyOverview');
    expect(OFFERED.filter((each) => screen.queryByText(each) !== null)).toEqual(offered);
  });

  it('is done with this key', async () => {
    const { onRotate, onClone, onDelete } = open();
    await click('apiKeyFlyoutRotate');
    await click('apiKeyFlyoutClone');
    await click('apiKeyFlyoutDelete');
    expect([onRotate, onClone].map(({ mock }) => mock.calls)).toEqual([[['id-1']], [['id-1']]]);
    expect(onDelete).toHaveBeenCalledWith(expect.objectContaining({ id: 'id-1' }));
  });

  it('asks first where changes would be lost', async () => {
    const { onRotate, onClose } = open();
    await click('apiKeyMetadataSwitch');
    await click('apiKeyFlyoutRotate');
    expect(onRotate).not.toHaveBeenCalled();
    await click('confirmModalConfirmButton');
    expect(onRotate).toHaveBeenCalledWith('id-1');
    expect(onClose).not.toHaveBeenCalled();
  });
});

it('leaving with changes asks', async () => {
  const { onClose } = open();
  await click('apiKeyMetadataSwitch');
  await click('apiKeyCancel');
  expect(onClose).not.toHaveBeenCalled();
  await click('confirmModalConfirmButton');
  expect(onClose).toHaveBeenCalled();
});
