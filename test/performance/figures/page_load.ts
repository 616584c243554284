import type { Page } from 'playwright-core';
import type { KeyPage } from '../../../common/http_api/query_keys.ts';
import { serveBarePage } from '../bare_pages/serve.ts';
import type { Bench } from '../bench.ts';
import { sessionHeaders } from '../console_session.ts';
import type { Figure, Measurement } from '../figure.ts';
import { httpCaller } from '../http_caller.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { openSignedIn, type Side } from '../open_signed_in.ts';
import { rowsMark } from '../rows_mark.ts';
import { median } from '../statistics.ts';
import { consoleCall } from './first_page.ts';

/** What it took to show 25 rows. */
interface Load {
  readonly ms: number;
  /** As they came over the network. */
  readonly bytes: number;
  readonly requests: number;
}

export const pageLoad: Measurement = {
  name: 'page load',
  async measure(bench) {
    const place = await bench.elasticsearch(1000);
    const { url } = await bench.console(place);
    const caller = httpCaller(1);
    const answer = await caller.send(await consoleCall(url, place));
    caller.close();
    const { keys } = JSON.parse(answer.toString()) as KeyPage;
    const rows = JSON.stringify(keys).replaceAll('<', '\\u003c');
    await using bare = await serveBarePage(
      bench.root,
      'table.tsx',
      `<script type="application/json" id="rows">${rows}</script>`,
    );
    const { cookie = '' } = await sessionHeaders(url, place);
    const sides = { console: { url, cookie }, bare: { url: bare.url } };
    return [...(await cold(bench, sides)), await warm(bench, sides)];
  },
};

type Sides = Readonly<Record<'console' | 'bare', Side>>;

async function cold(bench: Bench, sides: Sides): Promise<Figure[]> {
  const loads = { console: [] as Load[], bare: [] as Load[] };
  const block = (side: keyof Sides) => async () => {
    const context = await openSignedIn(bench, sides[side]);
    const load = await loadOnce(await context.newPage(), sides[side].url);
    await context.close();
    loads[side].push(load);
    return [load.ms];
  };
  const blocks = await inTurn(bench.pick(9, 2), { a: block('console'), b: block('bare') });
  const [ours, bare] = [loads.console.at(-1), loads.bare.at(-1)];
  if (!ours || !bare) throw new Error('Nothing was loaded');
  const exact = (value: number) => ({ median: value, low: value, high: value });
  const row = (title: string) => ({
    title: `List with an empty cache: ${title}`,
    sides: 'the page ÷ a bare EUI table with the same rows inlined',
    unit: '×' as const,
    reach: { atMost: 1.5 },
  });
  return [
    {
      ...row('time to rows'),
      value: ratio(blocks),
      made_of: { 'page ms': median(blocks.a.flat()), 'bare ms': median(blocks.b.flat()) },
    },
    {
      ...row('bytes'),
      value: exact(ours.bytes / bare.bytes),
      made_of: { 'page KB': ours.bytes / 1000, 'bare KB': bare.bytes / 1000 },
    },
    {
      ...row('requests'),
      value: exact(ours.requests / bare.requests),
      made_of: { page: ours.requests, bare: bare.requests },
    },
  ];
}

async function warm(bench: Bench, sides: Sides): Promise<Figure> {
  const pages = await Promise.all(
    [sides.console, sides.bare].map(async (side) => {
      const page = await (await openSignedIn(bench, side)).newPage();
      await loadOnce(page, side.url);
      return { page, side };
    }),
  );
  const block = (index: number) => async () => {
    const one = pages[index];
    return one ? [(await loadOnce(one.page, one.side.url)).ms] : [];
  };
  const blocks = await inTurn(bench.pick(15, 2), { a: block(0), b: block(1) });
  for (const { page } of pages) await page.context().close();
  return {
    title: 'List with a warm cache: time to rows',
    sides: 'the page ÷ a bare EUI table with the same rows inlined',
    unit: '×',
    value: ratio(blocks),
    reach: { atMost: 1.2 },
    made_of: { 'page ms': median(blocks.a.flat()), 'bare ms': median(blocks.b.flat()) },
  };
}

async function loadOnce(page: Page, url: string): Promise<Load> {
  const session = await page.context().newCDPSession(page);
  let [bytes, requests] = [0, 0];
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await page.goto(url);
  const ms = await rowsMark(page);
  await session.detach();
  return { ms, bytes, requests };
}
