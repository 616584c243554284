/**
 * A console of which only the task manager runs, for tests that kill it:
 * `node test/helpers/task_console.ts <index> <lease in ms> <how many runs it ends>`. It says what it
 * begins and ends; the runs after the last one that it ends go on for ever.
 */
import { testBackground } from './background.ts';

const [index = '', leaseMs, ending] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

let begun = 0;
const background = testBackground({ index, leaseMs: Number(leaseMs) });
background.setup.plugins.taskManager.registerTaskDefinitions({
  test: {
    title: 'Test',
    createTaskRunner: ({ taskInstance: { id, state } }) => ({
      async run() {
        begun += 1;
        say(`begun ${id}`);
        if (begun > Number(ending)) await new Promise(() => {});
        say(`ended ${id}`);
        return { state: { ends: Number(state.ends ?? 0) + 1 } };
      },
    }),
  },
});
await background.begin();
say('ready');
// As a listening server does, keeps the process alive while nothing is due.
setInterval(() => {}, 60_000);
