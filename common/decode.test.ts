import { describe, expect, it } from '@jest/globals';
import { decode, problemText } from './decode.ts';
import { CreateKeyBody } from './http_api/create_key.ts';

const problemsOf = (body: unknown): string[] => {
  const decoded = decode(CreateKeyBody, body);
  return decoded.ok ? [] : decoded.problems.map((problem) => problemText('request body', problem));
};
const role = (descriptor: unknown) => ({ name: 'k', role_descriptors: { r: descriptor } });

describe('what is wrong with a body is told', () => {
  it.each([
    ['a field that is missing', {}, '[request body.name]: expected a name, got nothing'],
    [
      'a broken rule by its own words',
      { name: '' },
      '[request body.name]: expected a name, got ""',
    ],
    [
      'the outermost of several rules',
      { name: ' k' },
      '[request body.name]: expected no space at the beginning or end, got " k"',
    ],
    [
      'an object that is none',
      { name: 'k', role_descriptors: [] },
      '[request body.role_descriptors]: expected an object, got an array',
    ],
    [
      'every type that would do',
      role({ cluster: 5 }),
      '[request body.role_descriptors.r.cluster]: expected an array or null, got 5',
    ],
    [
      'the innermost place only',
      role({ indices: [{ names: ['a'] }] }),
      '[request body.role_descriptors.r.indices.0.privileges]: expected a non-empty array of strings, got nothing',
    ],
    [
      'a place in the input, not in the codec',
      role({ indices: [{ names: 5, privileges: ['read'] }] }),
      '[request body.role_descriptors.r.indices.0.names]: expected a string or an array, got 5',
    ],
    [
      'an unknown field',
      { name: 'k', metadate: {} },
      '[request body.metadate]: expected one of the fields name, role_descriptors, expiration, metadata, got an object',
    ],
    [
      'only the type of what stands in an unknown field: it may be a secret',
      { name: 'k', api_key: 'SuWrhlp4mUpLYXtu' },
      '[request body.api_key]: expected one of the fields name, role_descriptors, expiration, metadata, got a string',
    ],
  ])('%s', (_case, body, expected) => {
    expect(problemsOf(body)).toEqual([expected]);
  });

  it('shortly, however long what came is', () => {
    const long = 'x'.repeat(100_000);
    for (const body of [
      { name: long },
      { name: 'k', [long]: 1 },
      { name: 'k', metadata: { [`_${long}`]: 1 } },
    ])
      expect(problemsOf(body).join().length).toBeLessThan(300);
  });

  it('place by place', () => {
    expect(problemsOf({ ...role({ cluster: [1, 'all', 2] }), expiration: 'soon' })).toEqual([
      '[request body.role_descriptors.r.cluster.0]: expected a string, got 1',
      '[request body.role_descriptors.r.cluster.2]: expected a string, got 2',
      '[request body.expiration]: expected a positive Elasticsearch duration such as "90d", "12h" or "30m", got "soon"',
    ]);
  });
});
