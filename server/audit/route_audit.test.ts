import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from '@jest/globals';
import { callRoute, clientWith, refusal } from '../../test/helpers/call_route.ts';
import { keyStore } from '../../test/helpers/key_store.ts';
import { tasksHost, userWith } from '../../test/helpers/tasks_host.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import type { AuditEvent } from '../kibana_audit.ts';
import { defineCreateRoute } from '../routes/create.ts';
import { defineDeleteRoute } from '../routes/delete.ts';
import { defineExportRoute } from '../routes/export.ts';
import { defineGetRoute } from '../routes/get.ts';
import { defineRotateRoute } from '../routes/rotate.ts';
import { defineTestKeyRoute } from '../routes/test_key.ts';
import { defineUpdateRoute } from '../routes/update.ts';

const NOW = Date.UTC(2026, 0, 31);
const now = () => NOW;
const SECRET = 'the-secret-of-the-key';
const encoded = (id: string) => Buffer.from(`${id}:${SECRET}`).toString('base64');
const CREATED = { id: 'new', name: 'k', api_key: SECRET, encoded: encoded('new') };

const failing = (error: unknown) => async () => {
  throw error;
};
const NOT_YOU = failing(refusal(403, 'security_exception', 'not you'));
const TIMED_OUT = failing(new errors.TimeoutError('Request timed out'));

/** What the audit trail is told of one call, which must not hold the secret. */
async function eventsOf(
  define: (router: Router) => void,
  client: ElasticsearchClient,
  input: { params?: object; body?: unknown },
) {
  const audit: AuditEvent[] = [];
  await callRoute(define, client, { ...input, audit });
  expect(JSON.stringify(audit)).not.toContain(SECRET);
  expect(JSON.stringify(audit)).not.toContain(CREATED.encoded);
  return audit;
}

const event = (action: string, outcome: string, subject: object, message?: string) =>
  expect.objectContaining({
    message: expect.stringContaining(outcome),
    event: expect.objectContaining({ action: `project_api_key_${action}`, outcome }),
    project_api_keys: subject,
    ...(message !== undefined && {
      error: expect.objectContaining({ message: expect.stringContaining(message) }),
    }),
  });

const create = (createApiKey: () => Promise<unknown>) =>
  eventsOf(defineCreateRoute, clientWith({ createApiKey }), { body: { name: 'k' } });

describe('the audit trail', () => {
  it('tells of a creation which key it gave', async () => {
    expect(await create(async () => CREATED)).toEqual([
      event('create', 'success', { key_name: 'k', key_ids: ['new'] }),
    ]);
  });

  it('tells of a creation that was refused, and of one that nobody answered', async () => {
    expect(await create(NOT_YOU)).toEqual([
      event('create', 'failure', { key_name: 'k' }, 'not you'),
    ]);
    expect(await create(TIMED_OUT)).toEqual([
      event('create', 'unknown', { key_name: 'k' }, 'may have been created'),
    ]);
  });

  it('tells of a change', async () => {
    const input = { params: { id: 'a' }, body: { metadata: {} } };
    const client = clientWith({ updateApiKey: async () => ({ updated: true }) });
    expect(await eventsOf(defineUpdateRoute, client, input)).toEqual([
      event('update', 'success', { key_ids: ['a'] }),
    ]);
  });

  it('tells of a deletion once for each thing that became of keys', async () => {
    const key = { name: 'k', username: 'ann', creation: 0 };
    const { client } = keyStore(
      [
        { id: 'a', ...key },
        { id: 'b', ...key },
      ],
      ['b'],
    );
    const body = { ids: ['a', 'b', 'c'] };
    expect(await eventsOf((router) => defineDeleteRoute(router, now), client, { body })).toEqual([
      event('delete', 'success', { key_ids: ['a'] }),
      event('delete', 'failure', { key_ids: ['c'] }, 'no such keys'),
      event('delete', 'failure', { key_ids: ['b'] }, ''),
    ]);
  });

  it('tells of a deletion by filter which keys it was', async () => {
    const { client } = keyStore([{ id: 'a', name: 'k', username: 'ann', creation: 0 }]);
    const filter = { owners: ['ann'] };
    const define = (router: Router) => defineDeleteRoute(router, now);
    const subject = { filter: JSON.stringify(filter), key_ids: ['a'] };
    expect(await eventsOf(define, client, { body: { filter } })).toEqual([
      event('delete', 'success', subject),
    ]);
    expect(await eventsOf(define, client, { body: { filter: { owners: ['ben'] } } })).toEqual([
      event('delete', 'success', { filter: '{"owners":["ben"]}' }),
    ]);
  });

  it('tells of a rotation the old key and the new one', async () => {
    const old = { id: 'old', name: 'k', username: 'ann', creation: 0, metadata: {} };
    const client = clientWith({
      getApiKey: async () => ({ api_keys: [{ ...old, type: 'rest', invalidated: false }] }),
      queryApiKeys: async () => ({ total: 0, api_keys: [] }),
      createApiKey: async () => CREATED,
      updateApiKey: async () => ({ updated: true }),
    });
    const define = (router: Router) => defineRotateRoute(router, now);
    expect(await eventsOf(define, client, { params: { id: 'old' } })).toEqual([
      event('rotate', 'success', { key_ids: ['old', 'new'], key_name: 'k' }),
    ]);
  });

  it('tells of an export what it was asked for', async () => {
    const { client } = keyStore([]);
    const define = (router: Router) => defineExportRoute(router, now);
    expect(await eventsOf(define, client, { body: { filter: { kinds: ['managed'] } } })).toEqual([
      event('export', 'success', { filter: '{"kinds":["managed"]}' }),
    ]);
  });

  it.each([
    ['that is not accepted', encoded('an-id'), { key_ids: ['an-id'] }],
    ['whose id could be anything', encoded('p&ssw0rd!'), { key_ids: [] }],
    ['that is none', 'hunter2', { key_ids: [] }],
  ])('tells of a test of a key %s', async (_case, text, subject) => {
    const refused = clientWith({ authenticate: failing(refusal(401, 'x', 'wrong')) });
    const define = (router: Router) => defineTestKeyRoute(router, async () => refused);
    const [told, ...more] = await eventsOf(define, clientWith({}), { body: { encoded: text } });
    expect([told, ...more]).toEqual([event('test', 'failure', subject, '')]);
    expect(JSON.stringify(told)).not.toContain(text);
  });

  it('tells of tasks that are turned on and off, and run', async () => {
    const { change, run, kibana } = tasksHost();
    const id = 'delete_expired_keys';
    const asked: AuditEvent[] = [];
    const body = (enabled: boolean) => ({ enabled });
    await change(id, body(true), undefined, { audit: asked });
    await change(id, body(true), userWith(), { audit: asked });
    await run('no_such_task', undefined, { audit: asked });
    await change(id, body(false), undefined, { audit: asked });
    const key = expect.any(String);
    expect(asked).toEqual([
      event('task_enable', 'success', { task_id: id, key_ids: [key] }),
      event('task_enable', 'failure', { task_id: id }, 'manage_api_key'),
      event('task_run', 'failure', { task_id: 'no_such_task' }, 'no background task'),
      event('task_disable', 'success', { task_id: id }),
    ]);
    expect(kibana.audit.map(({ event: { action, outcome } }) => [action, outcome])).toEqual([
      ['project_api_key_managed_key_grant', 'success'],
      ['project_api_key_managed_key_release', 'success'],
      ['project_api_key_managed_key_delete', 'success'],
    ]);
  });

  it('says nothing of what only reads', async () => {
    const { client } = keyStore([]);
    const define = (router: Router) => defineGetRoute(router, now);
    expect(await eventsOf(define, client, { params: { id: 'a' } })).toEqual([]);
  });
});
