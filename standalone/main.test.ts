import { describe, expect, it } from '@jest/globals';
import { runToEnd } from '../test/helpers/start_process.ts';

describe('npm start', () => {
  it.each([
    ['--plugin=not-there.zip', '--plugin expects a zip that Kibana installs, but not-there.zip'],
    ['--plugin=package.json', '--plugin expects a zip that Kibana installs, but package.json'],
    ['--plugin', '[plugin]: expected a file name'],
    ['--server.prot=1', '[server.prot]: unknown setting'],
  ])('%s is answered with a sentence, and nothing starts', async (argument, sentence) => {
    const { status, stdout, stderr } = await runToEnd(['standalone/main.ts', argument]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
