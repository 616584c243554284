import { expect, it } from '@jest/globals';
import { logEntries } from '../../test/helpers/log_entries.ts';
import { runToEnd } from '../../test/helpers/start_process.ts';

/** A process that logs `before` and then does this. */
const crashing = (act: string) =>
  runToEnd([
    '--input-type=module',
    '--eval',
    `import { errors } from '@elastic/elasticsearch';
     import { endAtCrash } from './standalone/console/crash.ts';
     import { createLogging } from './standalone/console/logging.ts';
     const log = createLogging('info', (line) => process.stdout.write(line));
     endAtCrash(log);
     log.get('test').info('before');
     setTimeout(() => { ${act} });`,
  ]);

it.each([
  [
    'an error that nobody caught',
    'throw new TypeError("a bug");',
    /^The console ends: TypeError: a bug\n +at /,
  ],
  [
    'a rejection that nobody caught',
    'Promise.reject(new errors.DeserializationError("got the secret", "the secret"));',
    /^The console ends: Elasticsearch sent an answer that cannot be read\./,
  ],
])(
  'a crash by %s is in the log, with all that was logged before, and no more',
  async (_case, act, message) => {
    const { status, stdout, stderr } = await crashing(act);
    expect([status, stderr]).toEqual([1, '']);
    expect(logEntries(stdout)).toMatchObject([
      { message: 'before' },
      { 'log.level': 'fatal', message: expect.stringMatching(message) },
    ]);
    expect(stdout).not.toContain('the secret');
  },
);
