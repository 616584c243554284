import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { listTasksRoute, runTaskRoute } from '../../common/http_api/tasks.ts';
import { callApi } from '../helpers/api_client.ts';
import {
  type ConsoleBehindFaults,
  startConsoleBehindFaults,
} from '../helpers/console_behind_faults.ts';
import { taskSettings } from '../helpers/console_with_tasks.ts';
import { createUser } from '../helpers/elasticsearch.ts';
import { answerTo } from '../helpers/fault_answers.ts';
import { FAULTS } from '../helpers/fault_proxy.ts';
import { until } from '../helpers/until.ts';

jest.setTimeout(60_000);

/** In ms. */
const TIMEOUT = 3000;
/** Where the console keeps its tasks. */
const OWN_INDEX = /\.project_api_keys\//;

let app: ConsoleBehindFaults;
let authorization: string;

beforeAll(async () => {
  app = await startConsoleBehindFaults({
    ...taskSettings(),
    'elasticsearch.requestTimeout': String(TIMEOUT),
  });
  ({ authorization } = await createUser({ cluster: [] }));
  await runUntilDone();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const run = () =>
  callApi(app.url, runTaskRoute, { authorization, params: { id: 'invalidate_released_keys' } });

/** Another console of the tests may be at it. */
const runUntilDone = () => until(async () => (await run()).status === 200);

it.each(FAULTS)(
  'a task is not run while its index %s, which is told, and is run after that',
  async (fault) => {
    const { statusCode, message, retryAfter } = answerTo(fault);
    await app.proxy.inject(fault, OWN_INDEX);
    const [asked, list] = await Promise.all([
      run(),
      callApi(app.url, listTasksRoute, { authorization }),
    ]);
    for (const { error, headers } of [asked, list]) {
      expect(error).toMatchObject({ statusCode, message: expect.stringMatching(message) });
      expect(headers.get('retry-after')).toBe(retryAfter);
    }
    await app.proxy.heal();
    await runUntilDone();
  },
);
