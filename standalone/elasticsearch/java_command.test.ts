import { describe, expect, it } from '@jest/globals';
import { javaArguments } from './java_command.ts';

const arguments_ = (extra: string) =>
  javaArguments({
    home: '/node',
    config: '/config',
    settings: { 'http.port': '0', 'path.logs': '/logs' },
    aot: ['-XX:AOTCache=/cache'],
    extra,
  });

describe('javaArguments', () => {
  it('puts ES_JAVA_OPTS last among the flags, so that they win', () => {
    const args = arguments_(' -Dx=y  -Xmx1g ');
    expect(args.slice(args.indexOf('-Dx=y'))).toEqual([
      '-Dx=y',
      '-Xmx1g',
      '-cp',
      '/node/lib/node.jar',
      'projectapikeys.elasticsearch.Launcher',
      '/config',
      'path.home=/node',
      'http.port=0',
      'path.logs=/logs',
    ]);
  });

  it.each([
    ['a heap', /^-Xm/, ['-Xms128m', '-Xmx512m'], ['-Xmx64m']],
    ['a garbage collector', /Use\w+GC/, ['-XX:+UseSerialGC'], ['-XX:+UseG1GC']],
  ])(
    'leaves %s of its own out where one is given: the JVM refuses two that clash',
    (_, flags, own, given) => {
      expect(arguments_('').filter((flag) => flags.test(flag))).toEqual(own);
      expect(arguments_(given.join(' ')).filter((flag) => flags.test(flag))).toEqual(given);
    },
  );
});
