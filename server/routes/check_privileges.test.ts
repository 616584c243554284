import { describe, expect, it, jest } from '@jest/globals';
import { callRoute, clientWith, refusal } from '../../test/helpers/call_route.ts';
import { defineCheckPrivilegesRoute } from './check_privileges.ts';

/** Checks role descriptors for a user of whom Elasticsearch answers this. */
async function check(role_descriptors: unknown, held: object = {}) {
  const hasPrivileges = jest.fn(async (..._request: unknown[]) => ({
    cluster: {},
    index: {},
    application: {},
    ...held,
  }));
  const answer = await callRoute(defineCheckPrivilegesRoute, clientWith({ hasPrivileges }), {
    body: { role_descriptors },
  });
  return { answer, asked: hasPrivileges.mock.calls.map(([request]) => request) };
}
const excess = async (role_descriptors: unknown, held: object) =>
  ((await check(role_descriptors, held)).answer.body as { excess: unknown }).excess;

describe('what is asked', () => {
  it('is one request for all roles', async () => {
    const { asked } = await check({
      a: { cluster: ['monitor', 'all'], indices: [{ names: 'books', privileges: ['read'] }] },
      b: {
        cluster: ['all'],
        index: [
          { names: ['x', 'y'], privileges: ['read', 'write'], allow_restricted_indices: true },
        ],
        application: [{ application: 'app', privileges: 'read', resources: '*' }],
      },
    });
    expect(asked).toEqual([
      {
        cluster: ['monitor', 'all'],
        index: [
          { names: ['books'], privileges: ['read'], allow_restricted_indices: false },
          { names: ['x', 'y'], privileges: ['read', 'write'], allow_restricted_indices: true },
        ],
        application: [{ application: 'app', privileges: ['read'], resources: ['*'] }],
      },
    ]);
  });

  it('leaves out what Elasticsearch cannot tell', async () => {
    const remote = { privileges: ['read'], clusters: ['c'] };
    const { answer, asked } = await check({
      r: {
        run_as: ['ann'],
        global: {},
        remote_indices: [{ names: 'a', ...remote }],
        remote_cluster: [remote],
        applications: [{ application: 'app-*', privileges: ['read'], resources: ['*'] }],
      },
    });
    expect(answer.body).toEqual({ excess: [] });
    expect(asked).toEqual([]);
  });

  it.each([{}, { r: {} }, { r: { cluster: null, indices: [] } }, { r: { cluster: [] } }])(
    'is nothing for %j',
    async (descriptors) => {
      const { answer, asked } = await check(descriptors);
      expect(answer).toMatchObject({ status: 200, body: { excess: [] } });
      expect(asked).toEqual([]);
    },
  );

  it('is no more than Elasticsearch can answer soon', async () => {
    const names = Array.from({ length: 1000 }, (_, n) => `index-${n}`);
    const privileges = ['read', 'write', 'create', 'index', 'delete', 'manage'];
    const { answer, asked } = await check({ r: { indices: [{ names, privileges }] } });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/expected at most 5000 privileges.*, got 6000$/) },
    });
    expect(asked).toEqual([]);
  });
});

describe('what the user does not hold', () => {
  it('is told with its place in every role', async () => {
    const cluster = { monitor: true, manage: false };
    expect(
      await excess(
        { a: { cluster: ['monitor', 'manage'] }, b: { cluster: ['manage'] } },
        { cluster },
      ),
    ).toEqual([
      { role: 'a', path: '/a/cluster/1', kind: 'cluster', privilege: 'manage' },
      { role: 'b', path: '/b/cluster/0', kind: 'cluster', privilege: 'manage' },
    ]);
  });

  it('is one entry for each privilege and index name', async () => {
    const index = { a: { read: true, write: false }, b: { read: false, write: false } };
    const entry = { role: 'r', kind: 'index' };
    expect(
      await excess(
        { r: { indices: [{ names: ['a', 'b', 'b'], privileges: ['read', 'write'] }] } },
        { index },
      ),
    ).toEqual([
      { ...entry, path: '/r/indices/0/privileges/0', names: ['b'], privilege: 'read' },
      { ...entry, path: '/r/indices/0/privileges/1', names: ['a'], privilege: 'write' },
      { ...entry, path: '/r/indices/0/privileges/1', names: ['b'], privilege: 'write' },
    ]);
  });

  it('is one entry for all resources of an application', async () => {
    const application = { app: { x: { read: false }, y: { read: true }, z: { read: false } } };
    const entry = { application: 'app', privileges: 'read', resources: ['x', 'y', 'z'] };
    expect(await excess({ r: { applications: [entry] } }, { application })).toEqual([
      {
        role: 'r',
        path: '/r/applications/0/privileges',
        kind: 'application',
        names: ['x', 'z'],
        privilege: 'read',
      },
    ]);
  });

  it('is pointed to as RFC 6901 has it', async () => {
    const index = { a: { read: false } };
    const descriptor = { index: [{ names: 'a', privileges: ['read'] }] };
    expect(await excess({ 'a/b~c': descriptor }, { index })).toMatchObject([
      { role: 'a/b~c', path: '/a~1b~0c/index/0/privileges/0' },
    ]);
  });

  it('is never the privilege that allows nothing', async () => {
    const index = { a: { none: false } };
    const descriptor = { indices: [{ names: 'a', privileges: ['none'] }] };
    expect(await excess({ r: descriptor }, { index })).toEqual([]);
  });
});

it('a privilege that Elasticsearch does not know is refused with its reason', async () => {
  const unknown = refusal(400, 'illegal_argument_exception', 'unknown cluster privilege [nope]');
  const client = clientWith({ hasPrivileges: () => Promise.reject(unknown) });
  const body = { role_descriptors: { r: { cluster: ['nope'] } } };
  expect(await callRoute(defineCheckPrivilegesRoute, client, { body })).toMatchObject({
    status: 400,
    body: { message: 'unknown cluster privilege [nope]' },
  });
});
