import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { rememberCredentials } from './canary.ts';

export interface AnsweringServer extends AsyncDisposable {
  readonly url: string;
  /** What has come in so far, e.g. `GET /_security/_authenticate`. */
  readonly requests: readonly string[];
  /** Ends all connections and takes no more, until `accept`. */
  refuse(): Promise<void>;
  /** Takes connections again, at the same address. */
  accept(): Promise<void>;
}

/** A server on loopback that answers as told: for how a client copes with what no real one does. */
export async function answeringServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<AnsweringServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  const listen = (port: number) =>
    new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const refuse = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    refuse,
    async accept() {
      if (!server.listening) await listen(port);
    },
    [Symbol.asyncDispose]: refuse,
  };
}

/** Answers in JSON and with the header by which the client knows Elasticsearch. */
export function answerAsElasticsearch(
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  response
    .writeHead(status, {
      'content-type': 'application/vnd.elasticsearch+json;compatible-with=9',
      'x-elastic-product': 'Elasticsearch',
    })
    .end(JSON.stringify(body));
}

/** Passes every request on to `target`, and its answers back. */
export const passOnTo =
  (target: string) =>
  (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method = 'GET', url = '/', headers } = incoming;
    rememberCredentials(headers.authorization);
    const onward = forward(new URL(url, target), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };
