import { CompletionContext } from '@codemirror/autocomplete';
import { history } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { describe, expect, it } from '@jest/globals';
import { parseTree } from 'jsonc-parser';
import { createIntl } from 'react-intl';
import { TextDocument } from 'vscode-json-languageservice';
import { completions } from './completions.ts';
import { jsonLanguage } from './json_language.ts';
import { paragraphs } from './markdown.ts';
import { roleDescriptorsSchema } from './role_descriptors_schema.ts';
import { unknownPrivileges } from './unknown_privileges.ts';

// In these texts `|` is the cursor.

const language = jsonLanguage(
  roleDescriptorsSchema([
    { name: 'logs', kind: 'data_stream' },
    { name: 'library', kind: 'alias' },
    { name: 'books', kind: 'index' },
  ]),
);
const source = completions(() => language);

function open(marked: string): EditorState {
  const cursor = marked.indexOf('|');
  const doc = marked.replace('|', '');
  return EditorState.create({ doc, selection: { anchor: cursor }, extensions: history() });
}

/** What is offered: by itself, or when it is asked for. */
async function offered(marked: string, asked: 'by itself' | 'asked') {
  const state = open(marked);
  const { head } = state.selection.main;
  return source(new CompletionContext(state, head, asked === 'asked'));
}
const labels = async (marked: string, asked: 'by itself' | 'asked') =>
  (await offered(marked, asked))?.options.map(({ label }) => label) ?? [];

/** The text, and where the cursor is in it, after an offer has been taken. */
async function taken(marked: string, label: string): Promise<string> {
  const result = await offered(marked, 'asked');
  const option = result?.options.find((each) => each.label === label);
  if (result === null || typeof option?.apply !== 'function') throw new Error(`no ${label}`);
  const view = new EditorView({ state: open(marked) });
  option.apply(view, option, result.from, view.state.selection.main.head);
  const { doc, selection } = view.state;
  const { head } = selection.main;
  return `${doc.sliceString(0, head)}|${doc.sliceString(head)}`;
}

const FIELDS = [
  'cluster',
  'indices',
  'applications',
  'run_as',
  'metadata',
  'restriction',
  'remote_indices',
  'remote_cluster',
  'global',
];
const INDEX_FIELDS = ['names', 'privileges', 'field_security', 'query', 'allow_restricted_indices'];
const without = (fields: readonly string[], ...gone: string[]) =>
  fields.filter((field) => !gone.includes(field));

describe('while a string or a word is typed, there is offered', () => {
  it.each<[string, readonly string[]]>([
    ['{"r": {"|', FIELDS],
    ['{"r": {"|"}}', FIELDS],
    ['{"r": {"clu|"}}', FIELDS],
    ['{"r": {clu|}}', FIELDS],
    ['{"r": {\n  "|\n}}', FIELDS],
    ['{"r": {"cluster": [], "|}}', without(FIELDS, 'cluster')],
    ['{"r": {"|, "indices": []}}', without(FIELDS, 'indices')],
    ['{"r": {"indices": [{"|"}]}}', INDEX_FIELDS],
    ['{"r": {"index": [{"|"}]}}', INDEX_FIELDS],
    ['{"r": {"indices": [{}, {"names": ["a"], "|"}]}}', without(INDEX_FIELDS, 'names')],
    ['{"r": {"remote_indices": [{"|"}]}}', ['clusters', ...INDEX_FIELDS]],
    ['{"r": {"remote_cluster": [{"|"}]}}', ['clusters', 'privileges']],
    ['{"r": {"applications": [{"|"}]}}', ['application', 'privileges', 'resources']],
    ['{"r": {"restriction": {"|"}}}', ['workflows']],
    ['{"r": {"indices": [{"field_security": {"|"}}]}}', ['grant', 'except']],
    ['{"r": {"indices": [{"names": ["|"]}]}}', ['logs', 'library', 'books']],
    ['{"r": {"indices": [{"names": "|"}]}}', ['logs', 'library', 'books']],
    ['{"r": {"remote_indices": [{"names": ["a", "|"]}]}}', ['logs', 'library', 'books']],
    ['{"r": {"remote_cluster": [{"privileges": ["|"]}]}}', ['monitor_enrich', 'monitor_stats']],
    ['{"r": {"restriction": {"workflows": ["|"]}}}', ['search_application_query']],
    ['{"r": {"indices": [{"allow_restricted_indices": t|}]}}', ['true', 'false']],
  ])('%j', async (marked, expected) => {
    expect(await labels(marked, 'by itself')).toEqual(expected);
  });

  it.each([
    ['{"r": {"cluster": ["|"]}}', ['manage_own_api_key', 'monitor', 'read_project_routing']],
    ['{"r": {"cluster": ["mon|]}}', ['monitor']],
    ['{"r": {"cluster": ["|, "all"]}}', ['monitor']],
    ['{"r": {"indices": [{"privileges": ["|"]}]}}', ['read', 'view_index_metadata', 'write']],
    ['{"r": {"remote_indices": [{"privileges": ["r|"]}]}}', ['read_cross_cluster']],
  ])('%j, among others', async (marked, expected) => {
    expect(await labels(marked, 'by itself')).toEqual(expect.arrayContaining(expected));
  });

  it('each privilege with its meaning', async () => {
    const result = await offered('{"r": {"indices": [{"privileges": ["|"]}]}}', 'by itself');
    expect(result?.options).toContainEqual(
      expect.objectContaining({ label: 'read', detail: expect.stringMatching(/^Search, get/) }),
    );
  });
});

describe('nothing gets in the way', () => {
  it.each([
    '|',
    '{|}',
    '{"r": {|}}',
    '{"r": {"cluster": [|]}}',
    '{"r": {"cluster": ["all"|]}}',
    '{"r": {"cluster": ["all",|]}}',
    '{"r": {"cluster": |}}',
    '{"r": {"indices": [{"query": "|"}]}}',
    '{"r": {"indices": [{"allow_restricted_indices": true|}]}}',
    '{"r": {"metadata": {"team|"}}}',
    '{"|"}',
  ])('of one who types %j', async (marked) => {
    expect(await labels(marked, 'by itself')).toEqual([]);
  });
});

describe('where it is asked for, there is offered', () => {
  it.each<[string, readonly string[]]>([
    ['{"r": {|}}', FIELDS],
    ['{"r": {"cluster": [], |}}', without(FIELDS, 'cluster')],
    ['{"r": {"indices": [{|}]}}', INDEX_FIELDS],
    ['{"r": {"indices": [{"names": [|]}]}}', ['logs', 'library', 'books']],
    ['{"r": {"indices": [{"query": |}]}}', ['{"term":{"":""}}', 'null']],
    ['{"r": {"indices": [|]}}', ['{"names":[""],"privileges":[""]}']],
  ])('%j', async (marked, expected) => {
    expect(await labels(marked, 'asked')).toEqual(expected);
  });
});

describe('what is taken stands in the text', () => {
  it.each([
    ['cluster', '{"r": {"|', '{"r": {"cluster": [\n  "|"\n]'],
    ['cluster', '{"r": {clu|}}', '{"r": {"cluster": [\n  "|"\n]}}'],
    ['cluster', '{"r": {"cl|uster": []}}', '{"r": {"cluster"|: []}}'],
    ['metadata', '{"r": {"|"}}', '{"r": {"metadata": {|}}}'],
    ['run_as', '{"r": {"|\n"cluster": []}}', '{"r": {"run_as": [\n  "|"\n],\n"cluster": []}}'],
    [
      'indices',
      '{"r": {"|"}}',
      '{"r": {"indices": [\n  {\n    "names": [\n      "|"\n    ],\n    "privileges": [\n      ""\n    ]\n  }\n]}}',
    ],
    [
      'allow_restricted_indices',
      '{"r": {"indices": [{"|"}]}}',
      '{"r": {"indices": [{"allow_restricted_indices": true|}]}}',
    ],
    ['monitor', '{"r": {"cluster": ["|"]}}', '{"r": {"cluster": ["monitor"|]}}'],
    ['monitor', '{"r": {"cluster": ["mo|]}}', '{"r": {"cluster": ["monitor"|]}}'],
    ['monitor', '{"r": {"cluster": ["mo|nster"]}}', '{"r": {"cluster": ["monitor"|]}}'],
    ['monitor', '{"r": {"cluster": ["|, "all"]}}', '{"r": {"cluster": ["monitor"|, "all"]}}'],
    ['monitor', '{"r": {"cluster": [|]}}', '{"r": {"cluster": ["monitor"|]}}'],
    ['monitor', '{"r": {"cluster": [| "all"]}}', '{"r": {"cluster": ["monitor",| "all"]}}'],
    ['books', '{"r": {"indices": [{"names": "|"}]}}', '{"r": {"indices": [{"names": "books"|}]}}'],
  ])('%s in %j', async (label, marked, expected) => {
    expect(await taken(marked, label)).toBe(expected);
  });
});

describe('explained is', () => {
  const explained = async (marked: string) => {
    const document = TextDocument.create('a.json', 'json', 0, marked.replace('|', ''));
    const hover = await language.hover(document, document.positionAt(marked.indexOf('|')));
    const text = paragraphs(hover?.contents.toString() ?? '').map((node) => node.textContent);
    return text.join();
  };

  it.each([
    ['{|}', /^What the key may do: role descriptors/],
    ['{"r|": {}}', /in so far as its owner may/],
    ['{"r": {"clus|ter": []}}', /^What may be done with the cluster as a whole\.$/],
    ['{"r": {"indices|": []}}', /which indices, data streams and aliases/],
    ['{"r": {"index|": []}}', /which indices, data streams and aliases/],
    ['{"r": {"indices": [{"na|mes": []}]}}', /by pattern \(logs-\*\)/],
    ['{"r": {"indices": [{"field_secu|rity": {"grant": []}}]}}', /^Which fields/],
    ['{"r": {"indices": [{"field_security": {"exc|ept": []}}]}}', /cannot be seen after all/],
    ['{"r": {"indices": [{"allow_restricted_|indices": true}]}}', /Not on serverless\.$/],
    ['{"r": {"run_|as": []}}', /Not on serverless\.$/],
    ['{"r": {"remote_clus|ter": []}}', /Not on serverless\.$/],
    ['{"r": {"glo|bal": {}}}', /Not on serverless\.$/],
    ['{"r": {"cluster": ["moni|tor"]}}', /^monitor: Look at the cluster/],
    ['{"r": {"cluster": ["manage_il|m"]}}', /^manage_ilm: .* Not on serverless\.$/],
    ['{"r": {"indices": [{"privileges": ["re|ad"]}]}}', /^read: Search, get and count/],
    ['{"r": {"indices": [{"privileges": ["read", "wri|te"]}]}}', /^write: Add, overwrite/],
    ['{"r": {"restriction": {"workflows": ["search_app|lication_query"]}}}', /^search_app/],
    ['{"r": {"indices": [{"names": ["lib|rary"]}]}}', /^library: Alias$/],
  ])('%j', async (marked, expected) => {
    expect(await explained(marked)).toMatch(expected);
  });

  it.each([
    '{"r": {"metadata": {"te|am": 1}}}',
    '{"r": {"cluster": ["frob|nicate"]}}',
    '{"r": {"frob|nicate": 1}}',
    '{"r": | {}}',
  ])('nothing of %j', async (marked) => {
    expect(await explained(marked)).toBe('');
  });
});

describe('doubted is', () => {
  // In these texts `«…»` is what is marked.
  it.each([
    ['{"r": {"cluster": [«"monitr"»]}}', ['Did you mean “monitor”?']],
    ['{"r": {"cluster": ["all", «"manage_api_keys"»]}}', ['Did you mean “manage_api_key”?']],
    ['{"r": {"cluster": [«"frobnicate"»]}}', ['Elasticsearch may refuse it']],
    ['{"r": {"cluster": [«"read"»]}}', ['Elasticsearch may refuse it']],
    ['{"r": {"indices": [{"privileges": ["read", «"wirte"»]}]}}', ['Did you mean “write”?']],
    ['{"r": {"index": [{"privileges": [«"reed"»]}]}}', ['Did you mean “read”?']],
    ['{"r": {"remote_indices": [{"privileges": [«"reed"»]}]}}', ['Did you mean “read”?']],
    ['{"r": {"remote_cluster": [{"privileges": [«"monitor"»]}]}}', ['may refuse it']],
    ['{"r": {"cluster": [«"al"»]}, "s": {"cluster": [«"alll"»]}}', ['“all”', '“all”']],
  ])('%j', (source, messages) => {
    const text = source.replaceAll(/[«»]/g, '');
    const doubts = doubtsOf(text);
    expect(doubts.map(({ from, to }) => text.slice(from, to))).toEqual(
      [...source.matchAll(/«(.*?)»/g)].map((match) => match[1]),
    );
    expect(doubts.map(({ message }) => message)).toEqual(
      messages.map((message) => expect.stringContaining(message)),
    );
  });

  it.each([
    '{"r": {"cluster": ["MONITOR", "cluster:monitor/*", "read_project_routing"]}}',
    '{"r": {"indices": [{"names": ["reed"], "privileges": ["indices:data/read/*"]}]}}',
    '{"r": {"applications": [{"privileges": ["reed"]}], "run_as": ["reed"]}}',
    '{"r": {"cluster": [1, null]}}',
  ])('nothing of %j', (text) => {
    expect(doubtsOf(text)).toEqual([]);
  });
});

function doubtsOf(text: string) {
  const tree = parseTree(text);
  return tree === undefined ? [] : unknownPrivileges(tree, createIntl({ locale: 'en' }));
}
