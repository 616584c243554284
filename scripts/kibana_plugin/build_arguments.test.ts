import { describe, expect, it } from '@jest/globals';
import { takeBuildArguments } from './build_arguments.ts';

describe('the arguments of a build', () => {
  it.each([
    [['--kibana-version', '9.1.0'], ['9.1.0']],
    [['--kibana-version=9.2.1,9.5.0, 10.0.0'], ['9.2.1', '9.5.0', '10.0.0']],
    [
      ['--kibana-version=9.2.1', '--kibana-version=9.5.0,9.2.1'],
      ['9.2.1', '9.5.0'],
    ],
  ])('%j are for these versions', (args, kibanaVersions) => {
    expect(takeBuildArguments(args)).toEqual({ kind: 'build', kibanaVersions });
  });

  it('can ask for help, whatever else they say', () => {
    expect(takeBuildArguments(['--kibana-version=8.0.0', '--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [[], 'For which Kibana? Say --kibana-version 9.2.1, as a plugin is for one exact release.'],
    [['--kibana-version=9.2'], '"9.2" is not a release of Kibana such as 9.2.1.'],
    [['--kibana-version=v9.2.1'], '"v9.2.1" is not a release of Kibana such as 9.2.1.'],
    [['--kibana-version=9.2.1-SNAPSHOT'], '"9.2.1-SNAPSHOT" is not a release of Kibana'],
    [['--kibana-version=9.02.1'], '"9.02.1" is not a release of Kibana such as 9.2.1.'],
    [['--kibana-version=9.2.1,'], '"" is not a release of Kibana such as 9.2.1.'],
    [['--kibana-version=../../9.2.1'], '"../../9.2.1" is not a release of Kibana'],
    [['--kibana-version=9.0.8'], 'Kibana 9.0.8 is too old: it has React 17'],
    [['--kibana-version=9.2.1,8.19.4'], 'Kibana 8.19.4 is too old: it has React 17'],
    [['--kibana-version'], "Option '--kibana-version <value>' argument missing: see"],
    [['--kibana-version', '--help'], "Option '--kibana-version' argument is ambiguous: see"],
    [['--kibana', '9.2.1'], "Unknown option '--kibana': see npm run build -- --help."],
    [['9.2.1'], "Unexpected argument '9.2.1': see npm run build -- --help."],
  ])('%j are refused in one sentence', (args, sentence) => {
    expect(() => takeBuildArguments(args)).toThrow(sentence);
    expect(() => takeBuildArguments(args)).toThrow(/^[^\n]+\.$/);
  });
});
