import { describe, expect, it } from '@jest/globals';
import { changedFields, ontoTheirs } from './changed_fields.ts';

const section = (text: string) => ({ on: true, text });
const version = (roles: string, metadata: string) => ({
  role_descriptors: section(roles),
  metadata: section(metadata),
});
const before = version('roles', 'metadata');

describe('two versions of a key', () => {
  it.each([
    [version('roles', 'metadata'), []],
    [version('others', 'metadata'), ['role_descriptors']],
    [{ ...before, metadata: { on: false, text: 'metadata' } }, ['metadata']],
    [version('others', 'other'), ['role_descriptors', 'metadata']],
  ])('%j differ in %j', (after, fields) => {
    expect(changedFields(before, after)).toEqual(fields);
  });
});

describe('what I have changed, put onto what others have saved', () => {
  it('leaves theirs what I have not touched', () => {
    const mine = version('mine', 'metadata');
    expect(ontoTheirs(mine, before, version('theirs', 'theirs'))).toEqual(
      version('mine', 'theirs'),
    );
  });

  it('is what I have, where nobody else has changed anything', () => {
    const mine = version('mine', 'mine too');
    expect(ontoTheirs(mine, before, before)).toEqual(mine);
  });
});
