import { describe, expect, it } from '@jest/globals';
import { fakeKibanaBackground, requestBy } from '../../test/helpers/fake_kibana_background.ts';
import { START, tasksHost } from '../../test/helpers/tasks_host.ts';
import { setUpBackground } from '../host/background_services.ts';
import type { AuditEvent } from '../kibana_audit.ts';
import { invalidateReleased } from '../managed_keys/invalidate_released.ts';
import { createManagedKeys } from '../managed_keys/managed_keys.ts';

const DAY = 24 * 60 * 60 * 1000;
const GRANT = {
  task: 'books:count',
  name: 'Count the books',
  roleDescriptors: { count: { cluster: ['monitor'] } },
};

/** Action, outcome and subject of each event. */
const told = (events: readonly AuditEvent[]) =>
  events.map(({ event: { action, outcome }, project_api_keys }) => [
    action.replace('project_api_key_', ''),
    outcome,
    project_api_keys,
  ]);

function aHost() {
  const kibana = fakeKibanaBackground({ now: () => START });
  const services = setUpBackground(kibana.core, kibana.plugins);
  return { kibana, services, managedKeys: createManagedKeys(services, () => START) };
}

describe('the audit trail of managed keys', () => {
  it('tells which key was granted, given up and deleted, for which task', async () => {
    const { kibana, services, managedKeys } = aHost();
    await managedKeys.release(await managedKeys.grant(requestBy(), GRANT));
    const [{ id, name } = { id: '', name: '' }] = kibana.keys;
    await invalidateReleased(await services(), START);
    expect(told(kibana.audit)).toEqual([
      ['managed_key_grant', 'success', { key_ids: [id], key_name: name, task_id: GRANT.task }],
      ['managed_key_release', 'success', { key_ids: [id], task_id: GRANT.task }],
      ['managed_key_delete', 'success', { key_ids: [id] }],
    ]);
    for (const header of kibana.secrets())
      expect(JSON.stringify(kibana.audit)).not.toContain(header.replace('ApiKey ', ''));
  });

  it('tells of a grant of which nobody knows what became, and of one that cannot be', async () => {
    const { kibana, managedKeys } = aHost();
    kibana.process.loseAnswer(2);
    await expect(managedKeys.grant(requestBy(), GRANT)).rejects.toThrow('The answer is lost');
    await expect(managedKeys.grant(requestBy('ApiKey abc'), GRANT)).rejects.toThrow('API key');
    const subject = { key_name: GRANT.name, task_id: GRANT.task };
    expect(told(kibana.audit)).toEqual([
      ['managed_key_grant', 'unknown', subject],
      ['managed_key_grant', 'failure', subject],
    ]);
  });

  it('tells of keys that cannot be deleted yet', async () => {
    const { kibana, services, managedKeys } = aHost();
    for (const handle of [
      await managedKeys.grant(requestBy(), GRANT),
      await managedKeys.grant(requestBy(), GRANT),
    ])
      await managedKeys.release(handle);
    const [one = '', other = ''] = kibana.keys.map(({ id }) => id);
    kibana.stuck.push(other);
    kibana.audit.length = 0;
    await invalidateReleased(await services(), START);
    expect(told(kibana.audit)).toEqual([
      ['managed_key_delete', 'success', { key_ids: [one] }],
      ['managed_key_delete', 'failure', { key_ids: [other] }],
    ]);
  });
});

it('the audit trail tells of a run of a task, and for whom which keys were deleted', async () => {
  const expired = {
    id: 'k1',
    name: 'k',
    username: 'bob',
    creation: 0,
    expiration: START - 9 * DAY,
  };
  const { change, run, kibana } = tasksHost({ keys: [expired] });
  const id = 'delete_expired_keys';
  await change(id, { enabled: true });
  kibana.audit.length = 0;
  await run(id);
  expect(told(kibana.audit)).toEqual([
    ['delete', 'success', { key_ids: ['k1'], task_id: id }],
    ['task_execute', 'success', { task_id: id }],
  ]);
  expect(kibana.audit[0]?.user).toEqual({ name: 'ann' });
});
