import { createHmac } from 'node:crypto';
import type { Secret } from '../../../common/secret.ts';

const TIMEOUT_MS = 5_000;
/** What is waited before each further try. */
const PAUSES_MS = [1_000, 4_000, 16_000];

export interface Webhook {
  readonly url: string;
  readonly secret: Secret;
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
}

/** The webhook did not take it. Names its host only, as the rest of the address may be a secret. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
}

/**
 * Posts JSON with `x-project-api-keys-signature: sha256=<hex>`, the HMAC-SHA256 of the body. Up to
 * four tries, where trying again may help. No redirect is followed: it could lead anywhere.
 * @throws WebhookError
 */
export async function postToWebhook(
  { url, secret, pause }: Webhook,
  body: string,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const refusal = await post(url, secret, body);
    if (refusal === undefined) return;
    const wait = PAUSES_MS[attempt];
    if (refusal.isFinal || wait === undefined || signal.aborted)
      throw new WebhookError(`The webhook at ${new URL(url).host} ${refusal.what}.`);
    await pause(wait);
  }
}

interface Refusal {
  readonly what: string;
  readonly isFinal: boolean;
}

async function post(url: string, secret: Secret, body: string): Promise<Refusal | undefined> {
  const signature = createHmac('sha256', secret.reveal()).update(body).digest('hex');
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'x-project-api-keys-signature': `sha256=${signature}`,
      },
      body,
      signal: limit,
    });
    await response.body?.cancel();
    const { status, ok } = response;
    if (ok) return undefined;
    return { what: `answered ${status}`, isFinal: status < 500 && status !== 429 };
  } catch {
    return { what: limit.aborted ? 'did not answer in time' : 'cannot be reached', isFinal: false };
  }
}
