import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { CREATED_KEY, EXAMPLE_ID } from '../../common/openapi/examples.ts';
import type { Operation } from '../../common/openapi/operation.ts';
import { OPERATIONS } from '../../common/openapi/operations.ts';
import { callWhenFree } from '../helpers/call_any_route.ts';
import type { TestConsole } from '../helpers/console.ts';
import { startConsoleWithTasks } from '../helpers/console_with_tasks.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import {
  type Askers,
  createAskers,
  type GrantedKey,
  grantKey,
  isKeyLive,
  KINDS_OF_USER,
  type KindOfUser,
} from '../helpers/kinds_of_user.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(180_000);

/**
 * How a request is answered to each kind of user, for a key of their own and for another one's: the
 * status, and whether the key is `shown`, or `gone` afterwards. An API key's own key is itself.
 */
const TABLE = `
                     nobody  none       own        all        read only  security admin  API key    expired session
queryKeys, own       401     403        200 shown  200 shown  200 shown  200 shown       200 shown  401
queryKeys, foreign   401     403        200        200 shown  200 shown  200 shown       200        401
countKeys, own       401     403        200 shown  200 shown  200 shown  200 shown       200 shown  401
countKeys, foreign   401     403        200        200 shown  200 shown  200 shown       200        401
exportKeys, own      401     403        200 shown  200 shown  200 shown  200 shown       200 shown  401
exportKeys, foreign  401     403        200        200 shown  200 shown  200 shown       200        401
findOwners           401     403        200        200        200        200             200        401
getKey, own          401     403        200 shown  200 shown  200 shown  200 shown       200 shown  401
getKey, foreign      401     403        404        200 shown  200 shown  200 shown       404        401
createKey            401     403        200        200        403        200             400        401
updateKey, own       401     403        200        200        403        200             400        401
updateKey, foreign   401     403        404        404        403        404             400        401
rotateKey, own       401     403        200        200        403        200             400        401
rotateKey, foreign   401     403        404        404        404        404             403        401
deleteKeys, own      401     403        200 gone   200 gone   403        200 gone        200 gone   401
deleteKeys, foreign  401     403        200        200 gone   403        200 gone        403        401
getCapabilities      401     200        200        200        200        200             200        401
checkPrivileges      401     200        200        200        200        200             200        401
testKey, own         401     200 shown  200 shown  200 shown  200 shown  200 shown       200 shown  401
testKey, foreign     401     200 shown  200 shown  200 shown  200 shown  200 shown       200 shown  401
getIndexNames        401     200        200        200        200        200             200        401
listTasks            401     200        200        200        200        200             200        401
changeTask           401     403        403        200        403        200             403        401
runTask              401     200        200        200        200        200             200        401
getOpenApi           401     200        200        200        200        200             200        401
`;
const ROWS = new Map(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(/ {2,}/))
    .map(([name = '', ...cells]) => [name, cells]),
);

/** Where the first example of an operation is about no key: a request that is. */
const ABOUT_A_KEY: Readonly<Record<string, object>> = {
  queryKeys: { body: { search: EXAMPLE_ID } },
  countKeys: { body: { filter: { search: EXAMPLE_ID } } },
  exportKeys: { body: { filter: { search: EXAMPLE_ID } } },
};

interface Line {
  readonly name: string;
  readonly operation: Operation;
  /** As JSON, with the example's key. */
  readonly request: string;
  readonly whose: 'own' | 'foreign' | 'nobody’s';
}

const LINES = OPERATIONS.flatMap((operation): Line[] => {
  const { params, body } = operation.examples[0] ?? {};
  const request = JSON.stringify(ABOUT_A_KEY[operation.id] ?? { params, body });
  const isAboutKey = [EXAMPLE_ID, CREATED_KEY.encoded].some((part) => request.includes(part));
  if (!isAboutKey) return [{ name: operation.id, operation, request, whose: 'nobody’s' }];
  return (['own', 'foreign'] as const).map((whose) => ({
    name: `${operation.id}, ${whose}`,
    operation,
    request,
    whose,
  }));
});

let app: TestConsole;
let askers: Askers;
let owner: TestUser;
/** What each line of the table is in truth. */
let outcomes: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  [app, owner] = await Promise.all([
    startConsoleWithTasks('--xpack.security.session.lifespan=1s'),
    createUser({ cluster: ['manage_own_api_key'] }),
  ]);
  askers = await createAskers(app.url);
  outcomes = new Map(
    await Promise.all(
      LINES.map(async (line) => {
        const all = await Promise.all(KINDS_OF_USER.map((kind) => outcomeOf(line, kind)));
        return [line.name, all] as const;
      }),
    ),
  );
});
afterAll(() => app.stop());

async function outcomeOf({ operation, request, whose }: Line, kind: KindOfUser): Promise<string> {
  const key = await keyOf(whose, kind);
  const { route, id } = operation;
  const answer = await callWhenFree(app.url, route, {
    ...JSON.parse(
      request.replaceAll(CREATED_KEY.encoded, key.encoded).replaceAll(EXAMPLE_ID, key.id),
    ),
    headers: askers.headersOf(kind, whose === 'own' ? key : undefined),
  });
  if (whose === 'nobody’s') return String(answer.status);
  if (!(await isKeyLive(key.id))) return `${answer.status} gone`;
  const isShown = answer.status === 200 && shows(id, JSON.stringify(answer.body), key);
  return isShown ? `${answer.status} shown` : String(answer.status);
}

async function keyOf(whose: Line['whose'], kind: KindOfUser): Promise<GrantedKey> {
  if (whose === 'nobody’s') return CREATED_KEY;
  return whose === 'own' ? askers.grantOwnKey(kind) : grantKey(owner);
}

/** Whether an answer to a request that only reads tells of the key. */
function shows(operationId: string, answer: string, { id }: GrantedKey): boolean {
  if (operationId === 'countKeys') return answer === '{"count":1}';
  return (
    ['queryKeys', 'exportKeys', 'getKey', 'testKey'].includes(operationId) && answer.includes(id)
  );
}

it.each(LINES)('$name', ({ name }) => {
  expect(outcomes.get(name)).toEqual(ROWS.get(name));
});

it('the table has no line for what there is not', () => {
  expect([...ROWS.keys()].sort()).toEqual(LINES.map(({ name }) => name).sort());
});
