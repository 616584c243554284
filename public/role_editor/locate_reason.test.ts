import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { locateReasons, reasonLines } from './locate_reason.ts';

/** The parts of a text that a reason is placed at, marked as `«…»`; the text has no such marks itself. */
function marked(source: string, reason: string): string {
  const text = source.replaceAll(/[«»]/g, '');
  const places = locateReasons(text, reason).sort((a, b) => b.from - a.from);
  return places.reduce(
    (shown, { from, to }) => `${shown.slice(0, from)}«${shown.slice(from, to)}»${shown.slice(to)}`,
    text,
  );
}

// Reasons as Elasticsearch 9.5.3 gives them, but for the long lists of what there is.
describe('a reason of Elasticsearch is shown at', () => {
  it.each([
    [
      'an unknown index privilege, in whatever case it is written',
      'Validation Failed: 1: unknown index privilege [reed]. a privilege must be one of [all,read];',
      '{"reed": {"indices": [{"names": ["reed"], "privileges": [«"Reed"»]}]}}',
    ],
    [
      'an unknown cluster privilege, not at an index that is called the same',
      'Validation Failed: 1: unknown cluster privilege [al]. a privilege must be one of [all];',
      '{"r": {"indices": [{"names": ["al"], "privileges": ["read"]}], "cluster": ["all", «"al"»]}}',
    ],
    [
      'each of several',
      'Validation Failed: 1: unknown index privilege [x]. a privilege must be …;2: unknown cluster privilege [y]. a privilege must be …;',
      '{"r": {"indices": [{"names": "x", "privileges": [«"x"»]}]}, "s": {"cluster": [«"y"»]}}',
    ],
    [
      'each place where the same is wrong',
      'Validation Failed: 1: unknown cluster privilege [x]. a …;2: unknown cluster privilege [x]. a …;',
      '{"r": {"cluster": [«"x"»]}, "s": {"cluster": ["all", «"x"»]}}',
    ],
    [
      'a privilege that a serverless project lacks',
      'Validation Failed: 1: cluster privilege [manage_ilm] exists but is not supported when running in serverless mode. a privilege must be …;',
      '{"r": {"cluster": [«"manage_ilm"»]}}',
    ],
    [
      'a privilege of a remote cluster',
      'failed to parse remote_cluster for role [s]. [monitor_enrich, monitor_stats] are the only values allowed for [privileges] within [remote_cluster]. Found [monitor]',
      '{"r": {"cluster": ["monitor"]}, "s": {"cluster": ["monitor"], "remote_cluster": [{"privileges": [«"monitor"»], "clusters": ["*"]}]}}',
    ],
    [
      'an unknown workflow',
      'Validation Failed: 1: Unknown workflow [nope]. A workflow must be one of the predefined workflow names [search_application_query].;',
      '{"nope": {"restriction": {"workflows": [«"nope"»]}}}',
    ],
    [
      'a restriction beside a role without one',
      'combining role descriptors with and without restriction is not supported',
      '{"r": {}, "s": {«"restriction"»: {"workflows": ["search_application_query"]}}}',
    ],
    [
      'a reserved name in metadata',
      'Validation Failed: 1: role descriptor metadata keys may not start with [_];',
      '{"_": {"metadata": {"a": 1, "_b": «2»}}}',
    ],
    [
      'a remote cluster without a name',
      'Validation Failed: 1: remote index cluster alias cannot be an empty string;',
      '{"r": {"remote_indices": [{"names": [""], "privileges": ["read"], "clusters": ["a", «""»]}]}}',
    ],
    [
      'a failure store that cannot be reached from elsewhere',
      'Validation Failed: 1: remote index privileges cannot contain privileges that grant access to the failure store;',
      '{"r": {"remote_indices": [{"names": ["a"], "privileges": ["read", «"read_failure_store"»], "clusters": ["*"]}]}}',
    ],
    [
      'a regular expression',
      'Validation Failed: 1: invalid regular expression pattern [/[/];',
      '{"r": {"indices": [{"names": ["a", «"/[/"»], "privileges": ["read"]}]}}',
    ],
    [
      'a regular expression that stands alone',
      'Validation Failed: 1: invalid regular expression pattern [/[/];',
      '{"r": {"indices": [{"names": «"/[/"», "privileges": ["read"]}]}}',
    ],
    [
      'the excepted fields that are not granted',
      'Exceptions for field permissions must be a subset of the granted fields but b,c is not a subset of a',
      '{"r": {"indices": [{"names": ["a"], "privileges": ["read"], "field_security": {"grant": ["a"], «"except"»: ["b", "c"]}}]}}',
    ],
    [
      'the name of an application',
      "Validation Failed: 1: An application name prefix must match the pattern ^[a-z][A-Za-z0-9]*$ (found 'My');",
      '{"r": {"applications": [{"application": «"My"», "privileges": ["My"], "resources": ["*"]}]}}',
    ],
    [
      'the privilege of an application',
      "Validation Failed: 1: Application privilege names and actions must match the pattern ^\\p{Graph}*$ (found 'READ me');",
      '{"r": {"applications": [{"application": "a", "privileges": [«"READ me"»], "resources": ["*"]}]}}',
    ],
    [
      'a field of the role that is named',
      'failed to parse role [s]. unexpected field [foo]',
      '{"r": {"foo": "foo"}, "s": {«"foo"»: "foo"}}',
    ],
    [
      'a field in the part that is named',
      'failed to parse indices privileges for role [r]. unexpected field [foo]',
      '{"r": {"metadata": {"foo": 1}, "indices": [{"names": ["a"], «"foo"»: 1}]}}',
    ],
    [
      'the role where that is all it names',
      'failed to parse indices privileges for role [my-role] - Exceptions for field permissions must be a subset',
      '{"a": {"run_as": ["my-role"]}, «"my-role"»: {"indices": []}}',
    ],
    [
      'a word that it has found',
      'failed to parse privilege. expected one of [application,profile] but found [x] instead',
      '{"r": {"global": {«"x"»: 1}}}',
    ],
    ['nothing where it names nothing of the text', 'role name is missing', '{"r": {}}'],
    ['nothing of an empty text', 'unknown index privilege [reed]. a privilege …', ''],
  ])('%s', (_what, reason, source) => {
    expect(marked(source, reason)).toBe(source);
  });
});

it('each part of a reason is a line of its own, with its place where it has one', () => {
  const reason =
    'Validation Failed: 1: unknown cluster privilege [b]. a …;2: role name is missing;';
  expect(
    reasonLines('{"r": {"cluster": ["a", "b"]}}', reason, createIntl({ locale: 'en' })),
  ).toEqual(['Line 1, column 25: unknown cluster privilege [b]. a …', 'role name is missing']);
});

it('the long lists that Elasticsearch gives are left out', () => {
  const all = Array.from({ length: 40 }, (_, index) => `privilege_${index}`).join();
  const reason = `unknown cluster privilege [b]. a privilege must be one of [${all}] or a pattern`;
  expect(reasonLines('{"r": {"cluster": ["b"]}}', reason, createIntl({ locale: 'en' }))).toEqual([
    'Line 1, column 20: unknown cluster privilege [b]. a privilege must be one of […] or a pattern',
  ]);
});
