import type { RoleDescriptors } from '../../../common/role_descriptors.ts';

/** A request to try a key with, as each language writes it. */
export interface FirstRequest {
  /** Of a GET. */
  readonly path: string;
  /** Expressions that call a `client`. */
  readonly javascript: string;
  readonly python: string;
  readonly go: string;
}

/**
 * Something that a key with these role descriptors may do as far as they tell: a search where they
 * allow one, else the question who the key is, which every key may ask that is not restricted to a
 * workflow. (`GET /` is not for every key: it needs the cluster privilege `monitor`.)
 */
export function firstRequest(roleDescriptors: RoleDescriptors = {}): FirstRequest {
  for (const { indices = [], index = [], restriction } of Object.values(roleDescriptors)) {
    const name = [...indices, ...index]
      .filter(({ privileges }) => privileges.some((each) => READING.includes(each)))
      .flatMap(({ names }) => names)
      .find((each) => PLAIN_NAME.test(each));
    if (name === undefined) continue;
    if (restriction === undefined) return search(name);
    if (restriction.workflows?.includes('search_application_query')) return searchApplication(name);
  }
  return AUTHENTICATE;
}

const READING = ['read', 'all'];

/** Names and patterns that mean the same in a path and in quotes, whatever the language. */
const PLAIN_NAME = /^[a-z0-9*][a-z0-9*._-]*$/;

const AUTHENTICATE: FirstRequest = {
  path: '/_security/_authenticate',
  javascript: 'client.security.authenticate()',
  python: 'client.security.authenticate()',
  go: 'client.Security.Authenticate()',
};

const search = (index: string): FirstRequest => ({
  path: `/${index}/_search`,
  javascript: `client.search({ index: "${index}" })`,
  python: `client.search(index="${index}")`,
  go: `client.Search(client.Search.WithIndex("${index}"))`,
});

/** Where a workflow is all that a key is for, it names its search application as its index. */
const searchApplication = (name: string): FirstRequest => ({
  path: `/_application/search_application/${name}/_search`,
  javascript: `client.searchApplication.search({ name: "${name}" })`,
  python: `client.search_application.search(name="${name}")`,
  go: `client.SearchApplicationSearch("${name}")`,
});
