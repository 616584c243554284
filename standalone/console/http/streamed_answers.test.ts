import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { CoreSetup, RouteValidator } from '../../../server/index.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';
import { until } from '../../../test/helpers/until.ts';

const anything: RouteValidator<unknown> = (input, result) => result.ok(input);
const CSV = { 'content-type': 'text/csv; charset=utf-8' };

const answering =
  (body: Readable) =>
  ({ http }: CoreSetup) =>
    http.createRouter().get(
      {
        path: '/api/pieces',
        validate: { params: anything, query: anything },
        options: { access: 'public' },
        security: { authz: { enabled: false, reason: 'a test' } },
      },
      async (_context, _request, response) => response.ok({ body, headers: CSV }),
    );

const request = { url: '/api/pieces', headers: { authorization: 'ApiKey aWQ6a2V5' } };

/** Reads the first piece of an answer that has not ended. */
async function readBegun(encoding: string) {
  const pieces = new PassThrough();
  const { server, log } = consoleInProcess({}, answering(pieces));
  await server.start();
  const hangUp = new AbortController();
  // More than a compressor keeps to itself.
  pieces.write(randomBytes(200_000).toString('base64'));
  const answer = await fetch(`${server.info.uri}${request.url}`, {
    headers: { ...request.headers, 'accept-encoding': encoding },
    signal: hangUp.signal,
  });
  const reader = answer.body?.getReader();
  await reader?.read();
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  return { pieces, hangUp, rest, log, [Symbol.asyncDispose]: () => server.stop({ timeout: 0 }) };
}

describe('a streamed answer', () => {
  it('is sent piece by piece, with its own headers', async () => {
    const pieces = Readable.from(['a,b\r\n', 'é,d\r\n'], { objectMode: false });
    const { server } = consoleInProcess({}, answering(pieces));
    expect(await server.inject(request)).toMatchObject({
      statusCode: 200,
      payload: 'a,b\r\né,d\r\n',
      headers: CSV,
    });
  });

  it.each(['gzip', 'identity'])('in %s that fails is cut, and logged', async (encoding) => {
    await using begun = await readBegun(encoding);
    const rest = begun.rest();
    begun.pieces.destroy(new Error('no more'));
    await expect(rest).rejects.toThrow();
    await until(() => begun.log.length > 0);
    expect(begun.log).toEqual([expect.stringMatching(/GET \/api\/pieces broke off: .*no more/)]);
  });

  it.each(['gzip', 'identity'])('in %s stops when its reader hangs up', async (encoding) => {
    await using begun = await readBegun(encoding);
    const closed = once(begun.pieces, 'close');
    begun.hangUp.abort();
    await closed;
    expect(begun.log).toEqual([]);
  });
});
