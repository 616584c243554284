import { describe, expect, it } from '@jest/globals';
import { explainEnd, explainRefusal } from './explain_failure.ts';

const context = { dataFolder: '/data', logFolder: '/logs', passwordFile: '/data/password' };
const explain = (...lastLines: string[]) =>
  explainEnd({ code: 1, signal: null, lastLines }, context);

describe('explainEnd', () => {
  it.each([
    [
      'org.elasticsearch.http.BindHttpException: Failed to bind to 127.0.0.1:9200',
      /^Port 9200 is in use: .*http\.port/,
    ],
    [
      'java.lang.IllegalStateException: failed to obtain node locks, tried [/data]; maybe these locations are not writable',
      /^The data folder \/data is in use by another node: .*path\.data/,
    ],
    [
      'java.lang.IllegalStateException: cannot downgrade a node from version [10.0.0] to version [9.5.3]',
      /^The data folder \/data was written by Elasticsearch 10\.0\.0, which is newer than the 9\.5\.3 in the box/,
    ],
    [
      'java.lang.IllegalArgumentException: unknown setting [http.prt] did you mean [http.port]?',
      /^Elasticsearch has no setting http\.prt \(did you mean \[http\.port\]\?\)\.$/,
    ],
    [
      'java.lang.IllegalArgumentException: unknown setting [a.b] please check that any required plugins are installed',
      /^Elasticsearch has no setting a\.b\.$/,
    ],
  ])('knows %j', (line, sentence) => {
    expect(
      explain(
        'WARNING: something else',
        line,
        '\tat org.elasticsearch.node.Node.start(Node.java:1)',
      ),
    ).toMatch(sentence);
  });

  it('passes on what it does not know, and names the log', () => {
    expect(explain('noise', 'java.io.IOException: No space left on device', '\tat a.b.c')).toBe(
      'Elasticsearch ended with code 1 before it was ready (java.io.IOException: No space left on device); /logs may say more.',
    );
  });

  it('passes on what the JVM says of its own flags', () => {
    expect(
      explain("Unrecognized VM option 'X'", 'Error: Could not create the Java Virtual Machine.'),
    ).toMatch(/\(Unrecognized VM option 'X': Error: Could not create the Java Virtual Machine\.\)/);
  });

  it('tells a kill from an exit', () => {
    expect(explainEnd({ code: null, signal: 'SIGKILL', lastLines: [] }, context)).toBe(
      'Elasticsearch ended by SIGKILL before it was ready; /logs may say more.',
    );
  });
});

describe('explainRefusal', () => {
  it('says how to go on after the password was changed', () => {
    expect(explainRefusal(401, context)).toMatch(
      /^The password of elastic .* \/data\/password: .*ELASTIC_PASSWORD\.$/,
    );
  });

  it('names the status and the log otherwise', () => {
    expect(explainRefusal(503, context)).toMatch(/status 503.*\/logs/);
    expect(explainRefusal(0, context)).toMatch(/does not answer.*\/logs/);
  });
});
