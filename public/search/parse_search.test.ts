import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSearch } from './parse_search.ts';

/** The parts that a search has, and the terms not understood as typed. */
function parsed(search: string) {
  const { metadata, notUnderstood, ...rest } = parseSearch(search);
  return {
    ...rest,
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(notUnderstood.length > 0 && { notUnderstood: notUnderstood.map(({ typed }) => typed) }),
  };
}

describe('a typed search', () => {
  it.each([
    ['', { text: '' }],
    ['  nightly   export ', { text: 'nightly export' }],
    ['"nightly export" books', { text: '"nightly export" books' }],
    ['kind:managed', { text: '', kinds: ['managed'] }],
    ['KIND:Cross-Cluster', { text: '', kinds: ['cross_cluster'] }],
    ['kind:(personal or managed)', { text: '', kinds: ['personal', 'managed'] }],
    ['kind:( "managed" OR personal )', { text: '', kinds: ['personal', 'managed'] }],
    ['-kind:managed', { text: '', kinds: ['personal', 'cross_cluster'] }],
    ['-kind:(managed or personal)', { text: '', kinds: ['cross_cluster'] }],
    ['kind:managed kind:personal', { text: '', kinds: [] }],
    ['status:expired', { text: '', statuses: ['expired'] }],
    ['status:active', { text: '', statuses: ['active', 'expiring_soon'] }],
    ['status:"expiring soon"', { text: '', statuses: ['expiring_soon'] }],
    ['status:active status:expiring_soon', { text: '', statuses: ['expiring_soon'] }],
    ['-status:expired', { text: '', statuses: ['active', 'expiring_soon'] }],
    ['-status:active', { text: '', statuses: ['expired'] }],
    ['owner:alice', { text: '', owners: ['alice'] }],
    ['owner:"alice b"', { text: '', owners: ['alice b'] }],
    ['owner:(alice or "bob b")', { text: '', owners: ['alice', 'bob b'] }],
    ['owner:CN=a,OU=(b)', { text: '', owners: ['CN=a,OU=(b)'] }],
    ['id:VuaCfGcBCdbkQm', { text: 'VuaCfGcBCdbkQm' }],
    ['id:"a b" c', { text: '"a b" c' }],
    ['metadata.team:books', { text: '', metadata: { team: 'books' } }],
    ['Metadata.Team.Name:"a: b"', { text: '', metadata: { 'Team.Name': 'a: b' } }],
    ['metadata.managed:true', { text: '', metadata: { managed: 'true' } }],
    ['metadata.a:1 metadata.b:2', { text: '', metadata: { a: '1', b: '2' } }],
    [
      'logs owner:a "x y" kind:managed -status:active metadata.t:v',
      {
        text: 'logs "x y"',
        owners: ['a'],
        kinds: ['managed'],
        statuses: ['expired'],
        metadata: { t: 'v' },
      },
    ],
  ])('%j is understood', (search, expected) => {
    expect(parsed(search)).toEqual(expected);
  });

  it.each([
    'Alerting: rule',
    'logs:prod',
    'http://x:9200/_security?a=*',
    '"unclosed',
    'clo"sed"',
    '5" disk',
    '(a or b)',
    'a (b',
    ')(',
    '*.?\\',
    "it's",
    '-books',
    'a-b',
    '"owner:a"',
    'my-owner:a',
    'metadata:x',
    'metadata.:x',
    'owner.name:x',
    'title:owner:a',
    ':',
    '- -',
  ])('%j is text, and nothing is wrong with it', (search) => {
    expect(parsed(search)).toEqual({ text: search });
  });

  it.each([
    'kind:',
    'kind:()',
    'kind:""',
    'kind:secret',
    'kind:(managed or secret)',
    'kind:(managed',
    'status:foo',
    'status:constructor',
    '-status:expiring_soon',
    'owner:',
    '-owner:alice',
    'id:(a or b)',
    '-id:a',
    'metadata.team:',
    'metadata.team:(a or b)',
    '-metadata.team:a',
    'metadata.te*m:a',
  ])('%j is told to be not understood, and the rest holds', (term) => {
    expect(parsed(`books ${term} kind:personal`)).toEqual({
      text: 'books',
      kinds: ['personal'],
      notUnderstood: [term],
    });
  });

  it('takes one value of a metadata key', () => {
    expect(parsed('metadata.a:1 metadata.a:2 metadata.a:1')).toEqual({
      text: '',
      metadata: { a: '1' },
      notUnderstood: ['metadata.a:2'],
    });
    expect(parsed('metadata.__proto__:1').metadata).toEqual(
      Object.fromEntries([['__proto__', '1']]),
    );
  });

  it('may be any text', () => {
    const anyPart = fc.oneof(
      fc.constantFrom('owner:', '-kind:', 'status:', 'metadata.a:', 'or', ' ', '"', '(', ')'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(anyPart), (parts) => {
        expect(() => parseSearch(parts.join(''))).not.toThrow();
      }),
    );
  });

  it('asks the server for each word and phrase as it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^\s:"]+$/)), (words) => {
        expect(parseSearch(words.join('  ')).text).toBe(words.join(' '));
      }),
    );
  });
});
