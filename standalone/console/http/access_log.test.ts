import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic } from '../../../test/helpers/elasticsearch.ts';
import {
  type ListeningConsole,
  listeningConsole,
} from '../../../test/helpers/listening_console.ts';
import { until } from '../../../test/helpers/until.ts';

let app: ListeningConsole;
const reached = Promise.withResolvers<void>();
beforeAll(async () => {
  app = await listeningConsole();
  app.server.route([
    { method: 'GET', path: '/api/text', options: { auth: false }, handler: () => 'x'.repeat(1000) },
    { method: 'GET', path: '/api/mine', handler: () => 'mine' },
    {
      method: 'GET',
      path: '/api/held',
      handler({ raw }) {
        reached.resolve();
        return once(raw.res, 'close').then(() => 'too late');
      },
    },
  ]);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** The entry of the request with this id, once it is there. */
async function entryOf(id: string) {
  const find = () =>
    app.entries.find(
      (entry) => entry.trace?.id === id && entry['log.logger'] === 'http.server.response',
    );
  await until(() => find() !== undefined);
  return find();
}

async function requested(path: string, id: string, headers: Record<string, string> = {}) {
  await (await fetch(app.url + path, { headers: { 'x-request-id': id, ...headers } })).text();
  return entryOf(id);
}

describe('the access log', () => {
  it('tells of a request who asked for what from where, and what became of it', async () => {
    const authorization = basic('ada', 'correct horse');
    const headers = { authorization, 'user-agent': 'a test', 'x-forwarded-for': '192.0.2.7' };
    const entry = await requested('/api/mine?search=private', 'mine', headers);
    expect(entry).toMatchObject({
      'log.level': 'info',
      message: expect.stringMatching(/^GET \/api\/mine 200 \d+ms$/),
      client: { ip: '127.0.0.1' },
      event: { category: ['web'], type: ['access'], outcome: 'success' },
      http: {
        request: { id: 'mine', method: 'GET', headers: { 'x-forwarded-for': '192.0.2.7' } },
        response: { status_code: 200 },
      },
      trace: { id: 'mine' },
      url: { path: '/api/mine' },
      user: { name: 'ada' },
      user_agent: { original: 'a test' },
    });
    expect(JSON.stringify(app.entries)).not.toMatch(/private|correct horse/);
    expect(JSON.stringify(app.entries)).not.toContain(authorization.split(' ')[1]);
  });

  it('names the key of a program', async () => {
    const authorization = `ApiKey ${Buffer.from('an-id:a-secret').toString('base64')}`;
    const entry = await requested('/api/mine', 'by-key', { authorization });
    expect(entry).toMatchObject({ apikey: { id: 'an-id' } });
    expect(JSON.stringify(entry)).not.toContain('a-secret');
  });

  it.each([
    ['/api/mine', 401, 'info'],
    ['/login', 200, 'info'],
    ['/assets/nope.js', 404, 'debug'],
    ['/api/status', 503, 'debug'],
  ])('has %s, with the status %i, at the level %s', async (path, status_code, level) => {
    expect(await requested(path, path.replaceAll('/', '.'))).toMatchObject({
      'log.level': level,
      http: { response: { status_code } },
      event: { outcome: status_code < 400 ? 'success' : 'failure' },
    });
  });

  it('counts the bytes of each answer of a connection by themselves', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const bytes: number[] = [];
    for (const id of ['first', 'second']) {
      const [answer] = await once(
        get(`${app.url}/api/text`, { agent, headers: { 'x-request-id': id } }),
        'response',
      );
      await answer.toArray();
      bytes.push((await entryOf(id))?.http?.response?.bytes ?? 0);
    }
    agent.destroy();
    for (const count of bytes) {
      expect(count).toBeGreaterThan(1000);
      expect(count).toBeLessThan(2000);
    }
  });

  it('tells of a request whose client has hung up', async () => {
    const hangUp = new AbortController();
    const headers = { authorization: basic('ada', 'x'), 'x-request-id': 'given-up' };
    const answer = fetch(`${app.url}/api/held`, { headers, signal: hangUp.signal });
    await reached.promise;
    hangUp.abort();
    await expect(answer).rejects.toThrow();
    expect(await entryOf('given-up')).toMatchObject({
      client: { ip: '127.0.0.1' },
      message: expect.stringMatching(/^GET \/api\/held given up \d+ms$/),
      event: { outcome: 'unknown' },
    });
  });
});
