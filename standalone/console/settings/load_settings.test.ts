import { describe, expect, it } from '@jest/globals';
import { loadSettings, type SettingsSources } from './load_settings.ts';
import { SettingsError } from './settings_error.ts';

function load({ argv = [], env = {}, file = '' }: Partial<SettingsSources> & { file?: string }) {
  const config = file === '' ? [] : ['--config', 'kibana.yml'];
  const invocation = loadSettings({ argv: [...config, ...argv], env, readFile: () => file });
  if (invocation.kind === 'help') throw new Error(invocation.text);
  return invocation;
}

function refusal(sources: Parameters<typeof load>[0]): SettingsError {
  try {
    load(sources);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('settings', () => {
  it('have the defaults that Kibana has, on loopback', () => {
    expect(load({}).settings).toMatchObject({
      'server.host': '127.0.0.1',
      'server.port': 5601,
      'server.maxPayload': 1_048_576,
      'server.ssl.enabled': false,
      'elasticsearch.hosts': undefined,
      'elasticsearch.requestTimeout': 30_000,
      'xpack.security.session.idleTimeout': 259_200_000,
      'xpack.security.session.lifespan': 2_592_000_000,
    });
  });

  it('come from flags before the environment before the file', () => {
    const { settings } = load({
      argv: ['--server.port=1'],
      env: { SERVER_PORT: '2', SERVER_HOST: 'two' },
      file: 'server.port: 3\nserver.host: three\nserver.basePath: /three',
    });
    expect(settings).toMatchObject({
      'server.port': 1,
      'server.host': 'two',
      'server.basePath': '/three',
    });
  });

  it.each([
    ['nested', 'server:\n  ssl:\n    enabled: false\n  port: 7'],
    ['dotted', 'server.port: 7'],
    ['half and half', 'server:\n  ssl.enabled: false\nserver.port: 7'],
    ['in JSON, which is YAML', '{"server": {"port": 7}}'],
  ])('may be %s in the file', (_form, file) => {
    expect(load({ file }).settings['server.port']).toBe(7);
  });

  it('ignores variables that only look like ours, and empty ones', () => {
    const env = { ELASTICSEARCH_URL: 'http://x', SERVER_PORT: '', SERVER_POTR: '1' };
    expect(load({ env })).toEqual(load({}));
  });

  it.each([
    ['a YAML list', { file: 'elasticsearch.hosts: ["http://a:1", "http://b:2/"]' }],
    ['JSON', { env: { ELASTICSEARCH_HOSTS: '["http://a:1","http://b:2"]' } }],
    ['commas', { argv: ['--elasticsearch.hosts', 'http://a:1, http://b:2'] }],
    ['repetition', { argv: ['a:1', 'b:2'].map((h) => `--elasticsearch.hosts=http://${h}`) }],
  ])('may give several hosts by %s', (_form, sources) => {
    expect(load(sources).settings['elasticsearch.hosts']).toEqual(['http://a:1', 'http://b:2']);
  });

  it.each([
    ['server.ssl.enabled', [], false],
    ['server.shutdownTimeout', ['=10'], 10],
    ['server.shutdownTimeout', ['=5m'], 300_000],
    ['server.maxPayload', ['=2kb'], 2048],
    ['xpack.security.session.lifespan', ['=0'], 0],
    ['xpack.security.session.lifespan', ['=2w'], 1_209_600_000],
    ['elasticsearch.publicBaseUrl', ['=https://es.example.org/'], 'https://es.example.org'],
    ['elasticsearch.ssl.certificateAuthorities', ['=a.pem,b.pem'], ['a.pem', 'b.pem']],
  ] as const)('reads %s%s', (key, [value], expected) => {
    const argv = value === undefined ? [] : [`--${key}${value}`];
    expect(load({ argv }).settings[key]).toEqual(expected);
  });

  it('takes a flag without a value as true', () => {
    const argv = ['--server.ssl.enabled', '--server.ssl.key=k', '--server.ssl.certificate', 'c'];
    expect(load({ argv }).settings).toMatchObject({
      'server.ssl.enabled': true,
      'server.ssl.certificate': 'c',
    });
  });

  it('leaves -E flags to the node in the box, as they came', () => {
    const argv = ['-E', 'http.port=0', '--server.port=0', '-Epath.data=d'];
    expect(load({ argv }).nodeArguments).toEqual(['-E', 'http.port=0', '-Epath.data=d']);
  });

  it('names the zip to take the plugin from, or none', () => {
    expect(load({ argv: ['--plugin', 'build/x.zip', '--server.port=0'] }).plugin).toBe(
      'build/x.zip',
    );
    expect(load({})).not.toHaveProperty('plugin');
  });

  it('lists every setting and its default for --help, whatever else is wrong', () => {
    const invocation = loadSettings({ argv: ['--help', '--nope'], env: {}, readFile: () => '' });
    expect(invocation).toMatchObject({
      kind: 'help',
      text: expect.stringMatching(/--server\.port .*\(default 5601\)/),
    });
  });
});

describe('a setting is refused, by name and with what was expected,', () => {
  it.each([
    ['--server.port=nope', 'server.port', 'a port number from 0 to 65535, got "nope"'],
    ['--server.port=65536', 'server.port', 'got "65536"'],
    ['--server.port=-1', 'server.port', 'got "-1"'],
    ['--server.host=', 'server.host', 'a non-empty string, got ""'],
    ['--server.ssl.enabled=yes', 'server.ssl.enabled', 'true or false, got "yes"'],
    ['--server.maxPayload=1tb', 'server.maxPayload', 'a byte size'],
    ['--server.maxPayload=0', 'server.maxPayload', 'from 1 byte'],
    ['--server.maxPayload=1gb', 'server.maxPayload', 'to 256 MB'],
    ['--server.socketTimeout=0', 'server.socketTimeout', 'a duration from 1 ms'],
    ['--server.basePath=/', 'server.basePath', 'does not end with one'],
    ['--server.basePath=/kb/../x', 'server.basePath', 'a path'],
    ['--server.basePath=kb', 'server.basePath', 'begins with a slash'],
    ['--server.basePath=/kb/', 'server.basePath', 'does not end with one'],
    ['--server.basePath=/"><script>', 'server.basePath', 'a path'],
    ['--server.publicBaseUrl=ftp://x', 'server.publicBaseUrl', 'an http or https address'],
    ['--elasticsearch.hosts=localhost:9200', 'elasticsearch.hosts', 'one or more http or https'],
    ['--elasticsearch.hosts=http://a,', 'elasticsearch.hosts', 'one or more'],
    ['--elasticsearch.hosts=[', 'elasticsearch.hosts', 'got "["'],
    ['--elasticsearch.requestTimeout=0', 'elasticsearch.requestTimeout', 'a duration from 1 ms'],
    ['--elasticsearch.requestTimeout=30sec', 'elasticsearch.requestTimeout', 'got "30sec"'],
    ['--elasticsearch.requestTimeout=25d', 'elasticsearch.requestTimeout', 'to 24 days'],
    ['--elasticsearch.ssl.verificationMode=some', 'elasticsearch.ssl.verificationMode', '"full"'],
    ['--logging.level=loud', 'logging.level', '"info"'],
    ['--constructor=1', 'constructor', 'unknown setting (flag --constructor)'],
    ['--server.prot=1', 'server.prot', 'unknown setting'],
    ['--config', 'config', 'a file name, got nothing'],
    ['--plugin', 'plugin', 'a file name, got nothing'],
    ['-E', '-E', 'key=value, got nothing'],
    ['start', 'command line', '--setting=value'],
  ])('when the command line says %s', (argument, setting, problem) => {
    const error = refusal({ argv: [argument] });
    expect(error.setting).toBe(setting);
    expect(error.message).toContain(`[${setting}]: `);
    expect(error.message).toContain(problem);
  });

  it.each([
    ['something unknown', 'server.prot: 1', 'server.prot', 'unknown setting (kibana.yml)'],
    ['nothing', 'server.port:', 'server.port', 'got null'],
    ['a map', 'server.port: {a: 1}', 'server.port.a', 'unknown setting'],
    ['something twice', 'server.port: 1\nserver: {port: 2}', 'server.port', 'got it twice'],
    ['no settings at all', '- a', 'config', 'expected settings in kibana.yml'],
    ['what is not YAML', 'a: b: c', 'config', 'expected YAML in kibana.yml'],
    ['a number for a password', 'elasticsearch.password: 1', 'elasticsearch.password', 'a number'],
  ])('when the file says %s', (_case, file, setting, problem) => {
    expect(refusal({ file })).toMatchObject({
      setting,
      message: expect.stringContaining(problem),
    });
  });

  it('when the environment says something wrong, naming the variable', () => {
    expect(refusal({ env: { SERVER_PORT: 'x' } }).message).toContain(
      'got "x" (environment variable SERVER_PORT)',
    );
  });

  it('when the file cannot be read', () => {
    const readFile = () => {
      throw new Error("ENOENT: no such file or directory, open 'x.yml'");
    };
    const sources = { argv: ['--config=x.yml'], env: {}, readFile };
    expect(() => loadSettings(sources)).toThrow(/^\[config\]: .*ENOENT/);
  });

  it.each([
    [['--server.ssl.enabled=true', '--server.ssl.key=k'], 'server.ssl.certificate'],
    [['--server.ssl.certificate=c'], 'server.ssl.key'],
    [['--elasticsearch.username=u'], 'elasticsearch.password'],
    [['--elasticsearch.password=p'], 'elasticsearch.username'],
    [
      ['username=u', 'password=p', 'serviceAccountToken=t'].map((s) => `--elasticsearch.${s}`),
      'elasticsearch.serviceAccountToken',
    ],
    [['--server.publicBaseUrl=http://x/a', '--server.basePath=/b'], 'server.publicBaseUrl'],
  ])('when it does not go with the others: %j', (argv, setting) => {
    expect(refusal({ argv }).setting).toBe(setting);
  });

  it.each([
    ['an unknown setting', { argv: ['--elasticsearch.pasword=hunter2'] }],
    ['a key that is too short', { argv: ['--xpack.security.encryptionKey=hunter2'] }],
    ['a password that is no text', { file: 'elasticsearch.password: [hunter2]' }],
    ['an address with credentials', { env: { ELASTICSEARCH_HOSTS: 'http://u:hunter2@x:1' } }],
    ['an address that is not even one', { env: { ELASTICSEARCH_HOSTS: 'u:hunter2@x:1' } }],
    ['a file that is not YAML', { file: 'a: [\nelasticsearch.password: hunter2\n"' }],
  ])('without showing the secret in %s', (_case, sources) => {
    expect(refusal(sources).message).not.toContain('hunter2');
  });
});
