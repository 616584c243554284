import { join } from 'node:path';

/** What a JVM of the node is started with. */
export interface JavaOptions {
  /** the node's home folder, as {@link assemble} made it */
  readonly home: string;
  /** the folder of `elasticsearch.yml` and `log4j2.properties` */
  readonly config: string;
  readonly settings: Readonly<Record<string, string>>;
  /** flags for the AOT cache */
  readonly aot: readonly string[];
  /** `ES_JAVA_OPTS`: more flags, separated by spaces; they win over ours */
  readonly extra: string;
}

/** Small and quick to start, with one compiler instead of two. */
const FLAGS = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '--enable-native-access=ALL-UNNAMED',
  // as in Elasticsearch's own jvm.options
  '-Dio.netty.noUnsafe=true',
  '-Dio.netty.noKeySetOptimization=true',
  '-Dlog4j.shutdownHookEnabled=false',
];

/** The arguments of `java` that start a node; none of them is a secret. */
export function javaArguments({ home, config, settings, aot, extra }: JavaOptions): string[] {
  const extraFlags = extra.split(/\s+/).filter((flag) => flag !== '');
  const unlessGiven = (given: RegExp, ...flags: string[]) =>
    extraFlags.some((flag) => given.test(flag)) ? [] : flags;
  return [
    ...FLAGS,
    `-XX:ErrorFile=${join(settings['path.logs'] ?? home, 'java_error.log')}`,
    ...unlessGiven(/^-Xm[sx]/, '-Xms128m', '-Xmx512m'),
    ...unlessGiven(/^-XX:\+Use\w+GC$/, '-XX:+UseSerialGC'),
    ...aot,
    ...extraFlags,
    '-cp',
    join(home, 'lib/node.jar'),
    'projectapikeys.elasticsearch.Launcher',
    config,
    `path.home=${home}`,
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
  ];
}
