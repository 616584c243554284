import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { answerAsElasticsearch, answeringServer } from './answering_server.ts';

/** What Elasticsearch has answered. */
interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What stands between a console and Elasticsearch does instead of answering. */
type Misbehaviour =
  /** Elasticsearch never gets the request. */
  | { readonly before: (request: IncomingMessage, response: ServerResponse) => void }
  /** Elasticsearch has done what was asked for; its answer does not arrive as it is. */
  | { readonly after: (response: ServerResponse, answer: Answer) => void };

const reset = ({ socket }: Pick<IncomingMessage, 'socket'>) => void socket.resetAndDestroy();
const raw = (response: ServerResponse, text: string) => void response.socket?.end(text);
const fails = (status: number, type: string, headers = {}) => ({
  before: (_request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
    answerAsElasticsearch(response, status, { error: { type, reason: 'not now' }, status });
  },
});

const MISBEHAVIOURS = {
  'resets the connection': { before: reset },
  hangs: { before: () => {} },
  'speaks no HTTP': { before: (_request, response) => raw(response, 'SSH-2.0-OpenSSH_9.9\r\n') },
  'answers in HTML': { before: (_request, response) => response.end('<html>hello</html>') },
  'is overloaded': fails(429, 'es_rejected_execution_exception', { 'retry-after': '7' }),
  'is not available': fails(503, 'unavailable_shards_exception'),
  'resets the connection in place of its answer': {
    after: ({ socket }) => void socket?.resetAndDestroy(),
  },
  'hangs in place of its answer': { after: () => {} },
  'trickles its answer': {
    after(response, { status, headers: { 'content-length': _length, ...headers } }) {
      response.writeHead(status, headers);
      const drip = setInterval(() => {
        if (response.destroyed) clearInterval(drip);
        else response.write(' ');
      }, 50);
    },
  },
  'ends within the headers': { after: (response) => raw(response, 'HTTP/1.1 200 OK\r\nX-elas') },
  'ends within the body': {
    after(response, { status, headers, body }) {
      response.writeHead(status, headers).write(body.subarray(0, body.length / 2));
      setTimeout(() => response.destroy(), 20);
    },
  },
  'answers with half of the JSON': {
    after(response, { status, headers: { 'content-length': _length, ...headers }, body }) {
      response.writeHead(status, headers).end(body.subarray(0, body.length / 2));
    },
  },
  'answers with an empty object': { after: (response) => answerAsElasticsearch(response, 200, {}) },
  'answers with an array': { after: (response) => answerAsElasticsearch(response, 200, []) },
  'does not say that it is Elasticsearch': {
    after(response, { status, headers: { 'x-elastic-product': _product, ...headers }, body }) {
      response.writeHead(status, headers).end(body);
    },
  },
} as const satisfies Record<string, Misbehaviour>;

export type Fault = keyof typeof MISBEHAVIOURS | 'refuses connections';

export const FAULTS: readonly Fault[] = [
  'refuses connections',
  ...(Object.keys(MISBEHAVIOURS) as (keyof typeof MISBEHAVIOURS)[]),
];

/** Whether Elasticsearch does what it is asked for while there is this fault. */
export const isDoneAllTheSame = (fault: Fault): boolean =>
  fault !== 'refuses connections' && 'after' in MISBEHAVIOURS[fault];

/** A way to Elasticsearch on which a test can put one fault at a time. */
export interface FaultProxy extends AsyncDisposable {
  readonly url: string;
  /** What has come in so far, e.g. `GET /_security/_authenticate`. */
  readonly requests: readonly string[];
  /** From now on, for the requests that match `METHOD /path`; refused connections are for all. */
  inject(fault: Fault, matching?: RegExp): Promise<void>;
  heal(): Promise<void>;
}

export async function faultProxy(target: string): Promise<FaultProxy> {
  let present: { readonly misbehaviour: Misbehaviour; readonly matching: RegExp } | undefined;
  const server = await answeringServer(async (request, response) => {
    const isMeant = present?.matching.test(`${request.method} ${request.url}`);
    const misbehaviour = isMeant ? present?.misbehaviour : undefined;
    if (misbehaviour !== undefined && 'before' in misbehaviour)
      return misbehaviour.before(request, response);
    const answer = await reach(target, request);
    if (misbehaviour !== undefined) return misbehaviour.after(response, answer);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  return {
    url: server.url,
    requests: server.requests,
    async inject(fault, matching = /^/) {
      if (fault === 'refuses connections') await server.refuse();
      else present = { misbehaviour: MISBEHAVIOURS[fault], matching };
    },
    async heal() {
      present = undefined;
      await server.accept();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Waits for all of the answer. */
const reach = async (target: string, request: IncomingMessage): Promise<Answer> => {
  const { method = 'GET', url = '/', headers } = request;
  const onward = send(new URL(url, target), { method, headers, agent: false });
  request.pipe(onward);
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    onward.once('response', resolve).once('error', reject),
  );
  const { 'transfer-encoding': _encoding, ...kept } = answer.headers;
  return { status: answer.statusCode ?? 502, headers: kept, body: await buffer(answer) };
};
