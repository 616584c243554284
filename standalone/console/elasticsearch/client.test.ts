import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import { answerAsElasticsearch, answeringServer } from '../../../test/helpers/answering_server.ts';
import { settingsOf } from '../../../test/helpers/console_in_process.ts';
import { createElasticsearch } from './client.ts';
import { Deadline } from './deadline.ts';

const TIMEOUT_MS = 300;
const silent = { debug() {}, info() {}, warn() {}, error() {} };

function elasticsearchAt(url: string, flags = {}) {
  const settings = settingsOf({
    'elasticsearch.hosts': url,
    'elasticsearch.requestTimeout': String(TIMEOUT_MS),
    ...flags,
  });
  return createElasticsearch(settings, silent);
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const FAILURES: readonly (readonly [string, Answer])[] = [
  ['never answers', () => {}],
  [
    'trickles its answer for ever',
    (_request, response) => {
      response.writeHead(200, { 'x-elastic-product': 'Elasticsearch' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    },
  ],
  ['hangs up', (request) => request.socket.destroy()],
  [
    'hangs up in the middle',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100', 'x-elastic-product': 'Elasticsearch' });
      response.write('{"username":');
      setTimeout(() => response.destroy(), 20);
    },
  ],
  [
    'answers with garbage',
    (_request, response) => {
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'x-elastic-product': 'Elasticsearch',
        })
        .end('{"username":');
    },
  ],
  [
    'answers with what does not unpack',
    (_request, response) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip', 'x-elastic-product': 'Elasticsearch' })
        .end('not gzip');
    },
  ],
  ['speaks no HTTP', (request) => request.socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
  ['is something else', (_request, response) => response.end('<html>hello</html>')],
  [
    'answers with nothing',
    (_request, response) => response.writeHead(200, { 'x-elastic-product': 'Elasticsearch' }).end(),
  ],
  ['answers with null', (_request, response) => answerAsElasticsearch(response, 200, null)],
  [
    'is a proxy that redirects',
    (_request, response) => response.writeHead(302, { location: 'https://127.0.0.1:1/' }).end(),
  ],
  ['is a proxy with a problem', (_request, response) => response.writeHead(502).end('<html>')],
  [
    'is something else that knows nobody',
    (_request, response) => {
      const type = { 'content-type': 'application/json' };
      response.writeHead(401, type).end('{"error":"Unauthorized"}');
    },
  ],
];

describe('a request to Elasticsearch', () => {
  it.each(FAILURES)('fails in time where the other side %s', async (_case, answer) => {
    await using server = await answeringServer(answer);
    const elasticsearch = elasticsearchAt(server.url);
    const begun = performance.now();
    const error = await elasticsearch.asInternalUser.security.authenticate().catch((e) => e);
    expect(performance.now() - begun).toBeLessThan(TIMEOUT_MS + 1000);
    expect(elasticsearchFailure(error)).toMatchObject({ statusCode: 503 });
    await elasticsearch.close();
  });

  it.each(FAILURES)(
    'is never made twice where it creates and the other side %s',
    async (_case, answer) => {
      await using server = await answeringServer(answer);
      const elasticsearch = elasticsearchAt(server.url);
      const { security } = elasticsearch.asInternalUser;
      const error = await security.createApiKey({ name: 'x' }).catch((e) => e);
      expect(elasticsearchFailure(error)).toMatchObject({ statusCode: 503 });
      expect(server.requests).toEqual(['PUT /_security/api_key']);
      await elasticsearch.close();
    },
  );

  it('is made again where it only reads and the connection broke', async () => {
    let broken = 0;
    await using server = await answeringServer((request, response) =>
      broken++ === 0
        ? request.socket.destroy()
        : answerAsElasticsearch(response, 200, { username: 'ada' }),
    );
    const elasticsearch = elasticsearchAt(server.url);
    await expect(elasticsearch.asInternalUser.security.authenticate()).resolves.toMatchObject({
      username: 'ada',
    });
    await elasticsearch.close();
  });

  it.each([
    ['only reads, as whoever makes it says', 2, 3],
    ['is not said to do so', undefined, 1],
  ])('is made again, in the form of a change, where it %s', async (_case, maxRetries, times) => {
    await using server = await answeringServer((request) => request.socket.destroy());
    const elasticsearch = elasticsearchAt(server.url, { 'elasticsearch.requestTimeout': '1h' });
    const options = maxRetries === undefined ? {} : { maxRetries };
    const asked = elasticsearch.asInternalUser.security.queryApiKeys({ size: 1 }, options);
    await expect(asked).rejects.toThrow('closed');
    expect(server.requests).toHaveLength(times);
    await elasticsearch.close();
  });

  it('fails in time together with all others that are made for one request of a user', async () => {
    await using server = await answeringServer(() => {});
    const elasticsearch = elasticsearchAt(server.url);
    const call = { requestId: '1', deadline: new Deadline(TIMEOUT_MS) };
    const { security } = elasticsearch.asUser('ApiKey abc', call);
    const begun = performance.now();
    for (const _attempt of Array(10))
      await expect(security.authenticate()).rejects.toThrow('timed out');
    expect(performance.now() - begun).toBeLessThan(TIMEOUT_MS + 1000);
    await elasticsearch.close();
  });

  it('can be called off by whoever makes it', async () => {
    const calledOff = new AbortController();
    await using server = await answeringServer(() => calledOff.abort());
    const elasticsearch = elasticsearchAt(server.url, { 'elasticsearch.requestTimeout': '1h' });
    const error = await elasticsearch.asInternalUser.security
      .authenticate({}, { signal: calledOff.signal })
      .catch((e) => e);
    expect(error.name).toBe('RequestAbortedError');
    await elasticsearch.close();
  });

  it.each([
    ['nobody', {}, undefined],
    [
      'a user',
      { 'elasticsearch.username': 'kibana', 'elasticsearch.password': 'p:w' },
      `Basic ${btoa('kibana:p:w')}`,
    ],
    ['a service', { 'elasticsearch.serviceAccountToken': 'AAE' }, 'Bearer AAE'],
  ])("is the console's own as %s, and never lent to another", async (_who, flags, own) => {
    const seen: (string | undefined)[] = [];
    await using server = await answeringServer(({ headers }, response) => {
      seen.push(headers.authorization);
      answerAsElasticsearch(response, 200, {});
    });
    const elasticsearch = elasticsearchAt(server.url, flags);
    await elasticsearch.asInternalUser.security.authenticate();
    await elasticsearch.asUser('ApiKey abc').security.authenticate();
    expect(seen).toEqual([own, 'ApiKey abc']);
    await elasticsearch.close();
  });

  it('names the setting of a certificate that cannot be read', () => {
    const flags = { 'elasticsearch.ssl.certificateAuthorities': '/nowhere/ca.pem' };
    expect(() => elasticsearchAt('https://127.0.0.1:1', flags)).toThrow(
      /^\[elasticsearch\.ssl\.certificateAuthorities\]: .*ENOENT/,
    );
  });
});

describe('of several hosts', () => {
  const answers: Answer = (_request, response) => answerAsElasticsearch(response, 200, {});
  const twoHosts = async (first: Answer) => {
    const hosts = [await answeringServer(first), await answeringServer(answers)] as const;
    const elasticsearch = elasticsearchAt(hosts.map(({ url }) => url).join());
    return {
      elasticsearch,
      asked: () => hosts.map(({ requests }) => requests.length),
      async [Symbol.asyncDispose]() {
        await elasticsearch.close();
        for (const host of hosts) await host[Symbol.asyncDispose]();
      },
    };
  };

  it('each is asked in turn, whoever asks', async () => {
    await using two = await twoHosts(answers);
    for (const user of 'abcdef') await two.elasticsearch.asUser(user).security.authenticate();
    expect(two.asked()).toEqual([3, 3]);
  });

  it.each<[string, Answer, number]>([
    ['hangs up', ({ socket }) => socket.destroy(), 0],
    ['says that it cannot', (_request, response) => response.writeHead(503).end(), 0],
    ['keeps silent', () => {}, 1],
  ])('one that %s is left alone', async (_case, answer, failures) => {
    await using two = await twoHosts(answer);
    const { security } = two.elasticsearch.asInternalUser;
    const outcomes: string[] = [];
    for (const _attempt of Array(9))
      outcomes.push(
        await security.authenticate().then(
          () => 'works',
          () => 'fails',
        ),
      );
    expect(outcomes.filter((outcome) => outcome === 'fails')).toHaveLength(failures);
    expect(two.asked()[0]).toBe(1);
  });

  it('one that cannot be reached costs no creation, and none is made twice', async () => {
    await using there = await answeringServer(answers);
    const elasticsearch = elasticsearchAt(`http://127.0.0.1:9,${there.url}`);
    const { security } = elasticsearch.asInternalUser;
    for (const name of 'abcdef') await security.createApiKey({ name });
    expect(there.requests).toHaveLength(6);
    await elasticsearch.close();
  });

  it('all are asked again where none could be reached', async () => {
    const there = await answeringServer(answers);
    await there.refuse();
    const elasticsearch = elasticsearchAt(`http://127.0.0.1:9,${there.url}`);
    const { security } = elasticsearch.asInternalUser;
    await expect(security.createApiKey({ name: 'a' })).rejects.toThrow('ECONNREFUSED');
    await there.accept();
    await expect(security.createApiKey({ name: 'a' })).resolves.toEqual({});
    await elasticsearch.close();
    await there[Symbol.asyncDispose]();
  });
});
