import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { SearchBox } from './search_box.tsx';

const known = { owners: ['alice', 'bob b'], metadata: new Map([['team', new Set(['books'])]]) };

/** A page on which every search is applied, beginning with one. */
function showBox(initial = '') {
  const applied: string[] = [];
  const Page = () => {
    const [search, setSearch] = useState(initial);
    return (
      <SearchBox
        search={search}
        known={known}
        inputRef={() => {}}
        onSearch={(text) => {
          applied.push(text);
          setSearch(text);
        }}
      />
    );
  };
  renderPage(<Page />, {});
  return { applied, user: userEvent.setup() };
}

const box = () => screen.getByTestId<HTMLInputElement>('apiKeysSearch');
const suggestions = () =>
  screen.queryAllByRole('option').map(({ textContent }) => textContent?.trim());
/** What a screen reader says is picked at present. */
const active = () =>
  document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();
const described = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '');

describe('the search box', () => {
  it('applies what was typed on Enter, as it was typed', async () => {
    const { applied, user } = showBox();
    await user.type(box(), ' nightly "of books" KIND:Managed ');
    expect(applied).toEqual([]);
    await user.keyboard('{Enter}');
    expect(applied).toEqual(['nightly "of books" KIND:Managed']);
  });

  it('searches for everything again as soon as it is emptied', async () => {
    const { applied, user } = showBox('books');
    await user.clear(box());
    expect(applied).toEqual(['']);
  });

  it('suggests names and values of terms while one is typed', async () => {
    const { user } = showBox();
    await user.type(box(), 'books ');
    expect(suggestions()).toEqual([]);
    await user.type(box(), 'ki');
    expect(suggestions()).toEqual(['kind:']);
    await user.type(box(), 'nd:');
    expect(suggestions()).toEqual(['kind:personal', 'kind:managed', 'kind:cross_cluster']);
    await user.type(box(), 'm');
    expect(suggestions()).toEqual(['kind:managed']);
  });

  it('takes a suggestion on Enter only where the arrow keys led to it', async () => {
    const { applied, user } = showBox();
    await user.type(box(), 'status:e{Enter}');
    expect(applied).toEqual(['status:e']);
    expect(suggestions()).toEqual([]);

    await user.clear(box());
    await user.type(box(), 'status:e{ArrowDown}{ArrowDown}');
    expect(active()).toBe('status:expired');
    await user.keyboard('{Enter}');
    expect(box().value).toBe('status:expired ');
    expect(applied).toEqual(['status:e', '']);
    await user.keyboard('{Enter}');
    expect(applied.at(-1)).toBe('status:expired');
  });

  it('leads from a name to its values by the keyboard alone', async () => {
    const { applied, user } = showBox();
    await user.click(box());
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('owner:');
    await user.keyboard('{Enter}{ArrowUp}');
    expect(active()).toBe('owner:"bob b"');
    await user.keyboard('{Enter}{Enter}');
    expect(applied).toEqual(['owner:"bob b"']);
  });

  it('takes a suggestion that is clicked, and leaves the focus in the box', async () => {
    const { user } = showBox();
    await user.type(box(), 'metadata.t');
    await user.click(screen.getByRole('option', { name: 'metadata.team:' }));
    await user.click(screen.getByRole('option', { name: 'metadata.team:books' }));
    expect(box().value).toBe('metadata.team:books ');
    expect(document.activeElement).toBe(box());
  });

  it('hides its suggestions on Escape without losing the text, and when it is left', async () => {
    const { user } = showBox();
    await user.type(box(), 'kind:');
    await user.keyboard('{Escape}');
    expect(suggestions()).toEqual([]);
    expect(box().value).toBe('kind:');
    await user.keyboard('{ArrowDown}');
    expect(suggestions()).toHaveLength(3);
    await user.tab();
    expect(suggestions()).toEqual([]);
    expect(document.activeElement).not.toBe(box());
  });

  it('tells a screen reader that it has suggestions', async () => {
    const { user } = showBox();
    expect(box()).toHaveAttribute('role', 'combobox');
    expect(box()).toHaveAttribute('aria-expanded', 'false');
    await user.type(box(), 'kind:');
    expect(box()).toHaveAttribute('aria-expanded', 'true');
    const list = screen.getByRole('listbox', { name: 'Suggestions' });
    expect(box()).toHaveAttribute('aria-controls', list.id);
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('kind:personal');
  });

  it.each([
    ['status:foo', 'A status is active, expiring_soon or expired.'],
    ['-status:expiring_soon', 'A status to leave out is active or expired.'],
    ['kind:', 'A kind is personal, managed or cross_cluster.'],
    ['owner:', 'An owner is one user name, as in owner:alice'],
    ['-owner:alice', 'Only kinds and statuses can be excluded.'],
    ['id:(a or b)', 'After id: there must be one value'],
    ['metadata.team:', 'After metadata.team: there must be one value'],
    ['metadata.te*m:books', 'A key of the metadata must be written in full, without *.'],
  ])('says what is possible instead of %j', async (search, message) => {
    const { user } = showBox();
    await user.type(box(), search);
    expect(box()).not.toHaveAttribute('aria-invalid', 'true');
    await user.keyboard('{Enter}');
    expect(box()).toHaveAttribute('aria-invalid', 'true');
    expect(described(box())).toHaveTextContent(`“${search}” is left out. ${message}`);
  });

  it('says it once of a term that is there twice', () => {
    showBox('kind: books kind:');
    expect(screen.getAllByText(/is left out/)).toHaveLength(1);
  });
});
