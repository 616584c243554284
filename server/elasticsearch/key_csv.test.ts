import { describe, expect, it } from '@jest/globals';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keyCsv } from './key_csv.ts';

const COLUMNS = 'id,name,kind,status,username,realm,creation,expiration,roles,metadata';

/** The cell of the name, as it stands in the file. */
const nameCell = (name: string): string =>
  keyCsv([anApiKey({ id: 'k', name, status: 'active' })], false)
    .slice(2, -'\r\n'.length)
    .split(',personal,active')[0] ?? '';

describe('keys as CSV', () => {
  it('have a line each, after one that names the columns', () => {
    const csv = keyCsv(
      [
        anApiKey({
          id: 'k1',
          name: 'books',
          status: 'expiring_soon',
          creation: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
          expiration: Date.UTC(2027, 0, 1),
          role_descriptors: { reader: {}, 'monitor, all': {} },
          metadata: { team: 'books', note: 'a "b"' },
        }),
        anApiKey({ id: 'k2', name: null, status: 'active' }),
      ],
      true,
    );
    expect(csv.split('\r\n')).toEqual([
      COLUMNS,
      'k1,books,personal,expiring_soon,elastic,reserved,2026-01-02T03:04:05.006Z,2027-01-01T00:00:00.000Z,"reader; monitor, all","{""team"":""books"",""note"":""a \\""b\\""""}"',
      'k2,,personal,active,elastic,reserved,2026-01-01T00:00:00.000Z,,,{}',
      '',
    ]);
  });

  it('are only the line of the columns where there are none', () => {
    expect(keyCsv([], true)).toBe(`${COLUMNS}\r\n`);
    expect(keyCsv([], false)).toBe('');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\ta', "'\ta"],
    ['\ra', '"\'\ra"'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['1=1', '1=1'],
    ["'=1", "'=1"],
    ['a\nb', '"a\nb"'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
  ])('are no formulas and keep to their cells: %j', (name, cell) => {
    expect(nameCell(name)).toBe(cell);
  });

  it('have a beginning also in the column of their id', () => {
    expect(keyCsv([anApiKey({ id: '-k' })], false)).toMatch(/^'-k,/);
  });

  it('tell a time that no date can hold in ms since epoch', () => {
    const key = anApiKey({ id: 'k', expiration: 8.64e15 + 1 });
    expect(keyCsv([key], false)).toContain(',8640000000000001,');
  });
});
