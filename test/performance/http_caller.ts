import { Agent, request } from 'node:http';

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Calls over connections that stay open, with as little of its own as can be. */
export function httpCaller(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    /**
     * The whole answer.
     * @throws Error for a status other than 200
     */
    send({ method, url, headers, body }: Call): Promise<Buffer> {
      const text = body === undefined ? '' : JSON.stringify(body);
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      const sent = request(
        url,
        {
          agent,
          method,
          headers: {
            ...headers,
            ...(body !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            const content = Buffer.concat(chunks);
            if (answer.statusCode === 200) resolve(content);
            else reject(new Error(`${method} ${url}: ${answer.statusCode} ${content}`));
          });
        },
      );
      sent.once('error', reject);
      sent.end(text);
      return promise;
    },
    close: () => agent.destroy(),
  };
}

/** How long each of `times` runs of `once` takes, in ms, with so many of them at the same time. */
export async function latencies(
  { times, concurrency }: { readonly times: number; readonly concurrency: number },
  once: () => Promise<unknown>,
): Promise<number[]> {
  const samples: number[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun < times) {
      begun += 1;
      const start = performance.now();
      await once();
      samples.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return samples;
}
