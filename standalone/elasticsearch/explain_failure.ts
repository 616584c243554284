import type { NodeEnd } from './node_process.ts';

/** What a sentence about a node that did not start may need to name. */
export interface StartContext {
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly passwordFile: string;
}

/** Elasticsearch's own words (from its 9.x sources) and what they mean for the one who started it. */
const EXPLANATIONS: readonly [RegExp, (match: RegExpExecArray, context: StartContext) => string][] =
  [
    [
      /BindHttpException: Failed to bind to \S*:(\S+)/,
      ([, port]) =>
        `Port ${port} is in use: choose another http.port, as with -E http.port=9201, or 0 for any free one.`,
    ],
    [
      /failed to obtain node locks/,
      (_, { dataFolder }) =>
        `The data folder ${dataFolder} is in use by another node: stop that one, or choose another folder with -E path.data=<folder>.`,
    ],
    [
      /cannot downgrade a node from version \[([^\]]+)\] to version \[([^\]]+)\]/,
      ([, newer, own], { dataFolder }) =>
        `The data folder ${dataFolder} was written by Elasticsearch ${newer}, which is newer than the ${own} in the box: choose another folder with -E path.data=<folder>.`,
    ],
    [
      /unknown setting \[([^\]]+)\](?: did you mean (.+)\?)?/,
      ([, name, meant]) =>
        `Elasticsearch has no setting ${name}${meant ? ` (did you mean ${meant}?)` : ''}.`,
    ],
  ];

/** One sentence for a node that ended before it was ready. */
export function explainEnd({ code, signal, lastLines }: NodeEnd, context: StartContext): string {
  const output = lastLines.join('\n');
  for (const [pattern, sentence] of EXPLANATIONS) {
    const match = pattern.exec(output);
    if (match !== null) {
      return sentence(match, context);
    }
  }
  const exception = lastLines.find((line) => /^\S+(Exception|Error): /.test(line));
  const message = exception ?? lastLines.slice(0, 2).join(': ');
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  return `Elasticsearch ended ${how} before it was ready${message === '' ? '' : ` (${message})`}; ${context.logFolder} may say more.`;
}

/** One sentence for a node that runs but does not let `elastic` in; `status` is its answer, 0 for none. */
export function explainRefusal(status: number, { passwordFile, logFolder }: StartContext): string {
  if (status === 401) {
    return `The password of elastic is no longer the one in ${passwordFile}: start once with the present one in ELASTIC_PASSWORD.`;
  }
  const how = status === 0 ? 'does not answer' : `answers with status ${status}`;
  return `Elasticsearch runs but did not become ready (it ${how}); ${logFolder} may say more.`;
}
