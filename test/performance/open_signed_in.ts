import type { BrowserContext } from 'playwright-core';
import type { Bench } from './bench.ts';
import { markRows } from './rows_mark.ts';

/** A place on the web, and the cookie of someone who is signed in there, where that is needed. */
export interface Side {
  readonly url: string;
  readonly cookie?: string;
}

/** A browser that has been nowhere yet, and that marks when the rows of the list are there. */
export async function openSignedIn(bench: Bench, { url, cookie }: Side): Promise<BrowserContext> {
  const context = await (await bench.browser()).newContext({ locale: 'en-GB' });
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie ?? '') ?? [];
  if (name) await context.addCookies([{ name, value, url }]);
  await markRows(context);
  return context;
}
