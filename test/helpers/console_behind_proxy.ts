import type { IncomingMessage, ServerResponse } from 'node:http';
import { answeringServer, passOnTo } from './answering_server.ts';
import { startConsole, type TestConsole } from './console.ts';
import { sharedElasticsearch } from './elasticsearch.ts';

/** Answers a request of the console, or lets it `pass` to Elasticsearch. */
type Treatment = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void;

interface ConsoleBehindProxy extends AsyncDisposable {
  readonly url: string;
  /** What it has asked of Elasticsearch so far, e.g. `DELETE /_security/api_key`. */
  readonly requests: readonly string[];
  /** All that it has logged so far. */
  output(): string;
  readonly process: TestConsole;
}

/** A console whose way to the shared Elasticsearch leads through the hands of the test. */
export async function startConsoleBehindProxy(
  treat: Treatment,
  ...flags: string[]
): Promise<ConsoleBehindProxy> {
  const passOn = passOnTo(sharedElasticsearch().url);
  const proxy = await answeringServer((request, response) =>
    treat(request, response, () => passOn(request, response)),
  );
  const app = await startConsole([`--elasticsearch.hosts=${proxy.url}`, ...flags]);
  return {
    url: app.url,
    requests: proxy.requests,
    output: app.output,
    process: app,
    async [Symbol.asyncDispose]() {
      await app.stop();
      await proxy[Symbol.asyncDispose]();
    },
  };
}
