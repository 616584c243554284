import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it, jest } from '@jest/globals';
import { Secret } from '../../../common/secret.ts';
import { answeringServer } from '../../../test/helpers/answering_server.ts';
import { postToWebhook } from './webhook.ts';

const BODY = '{"notifications":[]}';
const SECRET = 'a secret';

/** A webhook that answers with these statuses, one after the other. */
async function aWebhook(...statuses: readonly number[]) {
  const requests: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = await answeringServer(async (request, response: ServerResponse) => {
    requests.push({ headers: request.headers, body: await text(request) });
    const status = statuses[requests.length - 1] ?? 200;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
  });
  const pauses: number[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  return {
    requests,
    pauses,
    asked: server.requests,
    post: (path = '/in?token=hidden') =>
      postToWebhook(
        { url: server.url + path, secret: new Secret(SECRET), pause },
        BODY,
        new AbortController().signal,
      ),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

describe('a webhook', () => {
  it('gets JSON that is signed', async () => {
    await using webhook = await aWebhook();
    await webhook.post();
    const signature = createHmac('sha256', SECRET).update(BODY).digest('hex');
    expect(webhook.requests).toEqual([
      {
        headers: expect.objectContaining({
          'content-type': 'application/json',
          'x-project-api-keys-signature': `sha256=${signature}`,
        }),
        body: BODY,
      },
    ]);
  });

  it('is tried again, later and later, while it cannot', async () => {
    await using webhook = await aWebhook(500, 429, 503);
    await webhook.post();
    expect(webhook.pauses).toEqual([1_000, 4_000, 16_000]);
    expect(webhook.requests).toHaveLength(4);
  });

  it('is given up after four tries', async () => {
    await using webhook = await aWebhook(500, 500, 500, 502);
    await expect(webhook.post()).rejects.toThrow(/answered 502\.$/);
    expect(webhook.requests).toHaveLength(4);
  });

  it.each([400, 401, 404, 302])('is asked once where it answers %i', async (status) => {
    await using webhook = await aWebhook(status);
    await expect(webhook.post()).rejects.toThrow(`answered ${status}.`);
    expect(webhook.asked).toEqual(['POST /in?token=hidden']);
  });

  it('is named by its host only', async () => {
    await using webhook = await aWebhook(404);
    await expect(webhook.post()).rejects.not.toThrow(/hidden/);
  });

  it('has five seconds to answer', async () => {
    await using silent = await answeringServer(() => {});
    const limit = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const over = new AbortController();
      setTimeout(() => over.abort(new DOMException('over', 'TimeoutError')), 20);
      return over.signal;
    });
    const webhook = { url: silent.url, secret: new Secret(SECRET), pause: async () => {} };
    await expect(postToWebhook(webhook, BODY, new AbortController().signal)).rejects.toThrow(
      /did not answer in time\.$/,
    );
    expect(limit.mock.calls).toEqual([[5_000], [5_000], [5_000], [5_000]]);
  });

  it('that nothing listens at cannot be reached', async () => {
    const webhook = await aWebhook();
    await webhook[Symbol.asyncDispose]();
    await expect(webhook.post()).rejects.toThrow(/cannot be reached\.$/);
  });
});
