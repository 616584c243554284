import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportKeysRoute } from '../../common/http_api/export_keys.ts';
import { writeKeys } from '../helpers/bulk_keys.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

const OWN = { cluster: ['manage_own_api_key'] };
const COLUMNS = 'id,name,kind,status,username,realm,creation,expiration,roles,metadata';

let app: TestConsole;
let owner: TestUser;
beforeAll(async () => {
  [app, owner] = await Promise.all([startConsole(), createUser(OWN)]);
});
afterAll(() => app.stop());

const exported = (body: unknown, { authorization } = owner) =>
  fetch(new URL(exportKeysRoute.path, app.url), {
    method: 'POST',
    headers: { authorization, 'kbn-xsrf': 'test', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('200', () => {
  it('gives a CSV file that is not to be stored, with a line for each key', async () => {
    const key = await createKey(app.url, owner, {
      name: '=HYPERLINK("http://evil", "a\nb")',
      expiration: '90d',
      role_descriptors: { reader: {}, writer: {} },
      metadata: { team: 'books, "songs"' },
    });
    const answer = await exported({ filter: {} });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const text = (await answer.text()).replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]{12}Z/g, 'TIME');
    expect(text.split('\r\n')).toEqual([
      COLUMNS,
      [
        key.id.replace(/^-/, "'-"),
        '"\'=HYPERLINK(""http://evil"", ""a\nb"")"',
        ...['personal', 'active', owner.username, 'default_native', 'TIME', 'TIME'],
        'reader; writer',
        '"{""team"":""books, \\""songs\\""""}"',
      ].join(','),
      '',
    ]);
  });

  it('gives each of thousands of keys once, however many tie', async () => {
    const user = await createUser(OWN);
    const keys = await writeKeys(
      Array.from({ length: 3500 }, (_, n) => ({
        owner: user.username,
        name: 'same',
        creation: n < 2500 ? 1_000 : n,
      })),
    );
    const lines = (await (await exported({ filter: {} }, user)).text()).split('\r\n');
    const ids = lines.slice(1, -1).map((line) => line.split(',')[0]?.replace(/^'/, ''));
    expect(ids.toSorted()).toEqual(keys.map(({ id }) => id).toSorted());
  });

  it('gives only what matches', async () => {
    const [, other] = await writeKeys([
      { owner: owner.username, name: 'meant', expiration: Date.now() - 1000 },
      { owner: owner.username, name: 'other', expiration: null },
    ]);
    const text = await (await exported({ filter: { statuses: ['expired'] } })).text();
    expect(text).toMatch(/,meant,\w+,expired,/);
    expect(text).not.toContain(other?.id);
  });

  it('gives the line of the columns where nothing matches', async () => {
    const answer = await exported({ filter: { owners: ['nobody'] } });
    expect(await answer.text()).toBe(`${COLUMNS}\r\n`);
  });
});

describe('another status', () => {
  it.each([{}, { filter: { size: 5 } }, { filter: {}, size: 5 }])('is 400 for %j', async (body) => {
    const answer = await exported(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      message: expect.stringMatching(/^\[request body\.(filter|size)/),
    });
  });

  it('is 403 for one who may see no keys', async () => {
    const answer = await exported({ filter: {} }, await createUser({}));
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      message: expect.stringContaining('manage_own_api_key'),
    });
  });
});
