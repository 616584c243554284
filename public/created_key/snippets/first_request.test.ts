import { describe, expect, it } from '@jest/globals';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { firstRequest } from './first_request.ts';

const reads = (...names: string[]) => ({ indices: [{ names, privileges: ['read'] }] });
const AUTHENTICATE = '/_security/_authenticate';

describe('the request to try a key with', () => {
  it.each<[string, RoleDescriptors | undefined, string]>([
    ['may read an index', { r: reads('books') }, '/books/_search'],
    ['may read a pattern', { r: reads('logs-*') }, '/logs-*/_search'],
    [
      'may do all with an index',
      { r: { index: [{ names: 'b', privileges: ['all'] }] } },
      '/b/_search',
    ],
    ['may read in a later role', { a: { cluster: ['monitor'] }, b: reads('b') }, '/b/_search'],
    ['may write only', { r: { indices: [{ names: ['b'], privileges: ['write'] }] } }, AUTHENTICATE],
    ['may do what its owner may', {}, AUTHENTICATE],
    ['may do nobody knows what', undefined, AUTHENTICATE],
    [
      'is for one workflow',
      { r: { ...reads('app'), restriction: { workflows: ['search_application_query'] } } },
      '/_application/search_application/app/_search',
    ],
    [
      'is for another workflow',
      { r: { ...reads('app'), restriction: { workflows: ['new'] } } },
      AUTHENTICATE,
    ],
  ])('of a key that %s', (_what, roleDescriptors, path) => {
    expect(firstRequest(roleDescriptors).path).toBe(path);
  });

  it.each([
    '/.*/',
    '-books',
    '.security',
    '_all',
    'a"b',
    'a`id`',
    'a$(id)',
    'bücher',
    '<a-{now/d}>',
    'a/b',
    '',
  ])('leaves the index “%s” out, which a path or a program may take for something else', (name) => {
    expect(firstRequest({ r: reads(name) }).path).toBe(AUTHENTICATE);
    expect(firstRequest({ r: reads(name, 'books') }).path).toBe('/books/_search');
  });
});
