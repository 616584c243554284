import {
  Agent,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as its bytes are to be: nothing of it is made tidy. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | Buffer | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  /** JSON where it says so, else text. */
  readonly body: unknown;
}

export interface RawSender extends Disposable {
  /** Rejects where the whole answer is not there in time, and where the connection breaks. */
  send(request: RawRequest, timeoutMs: number): Promise<RawAnswer>;
}

/** Sends requests to one server over connections that are kept. */
export function rawSender(url: string): RawSender {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  return {
    send: ({ method, path, headers, body }, timeoutMs) =>
      new Promise((resolve, reject) => {
        const sent = httpRequest(
          {
            agent,
            hostname,
            port,
            method,
            path,
            headers: { ...headers, ...lengthOf(body) },
            signal: AbortSignal.timeout(timeoutMs),
          },
          (answer) => readAnswer(answer).then(resolve, reject),
        );
        sent.on('error', reject).end(body);
      }),
    [Symbol.dispose]: () => agent.destroy(),
  };
}

async function readAnswer(answer: IncomingMessage): Promise<RawAnswer> {
  const { statusCode: status = 0, headers } = answer;
  const text = (await buffer(answer)).toString();
  const contentType = headers['content-type'] ?? '';
  // Not a part of it (206), nor none of it (to HEAD).
  const isJson = contentType.startsWith('application/json') && status !== 206 && text !== '';
  return { status, contentType, body: isJson ? JSON.parse(text) : text };
}

const lengthOf = (body: RawRequest['body']) =>
  body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
