import { answeringServer, passOnTo } from './answering_server.ts';

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

/** A way to `target` that remembers who has asked for what. */
export async function recordingProxy(target: string) {
  const recorded: RecordedRequest[] = [];
  const passOn = passOnTo(target);
  const server = await answeringServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const [path = ''] = url.split('?');
    recorded.push({ method, path, authorization: headers.authorization ?? '' });
    passOn(request, response);
  });
  return {
    url: server.url,
    recorded,
    /** All, e.g. `GET /_security/_authenticate`; a test may empty `recorded`. */
    requests: server.requests,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
