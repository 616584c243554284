import type { Bench } from '../bench.ts';
import { sessionHeaders } from '../console_session.ts';
import type { Measurement } from '../figure.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { openSignedIn } from '../open_signed_in.ts';
import { rowsMark } from '../rows_mark.ts';
import { median } from '../statistics.ts';

/** Whether a person waits longer for the list where there are very many keys. */
export const firstView: Measurement = {
  name: 'first view',
  async measure(bench) {
    const [few, many] = bench.pick([1000, 250_000], [200, 2000]);
    const blocks = await inTurn(bench.pick(9, 2), {
      a: await viewOf(bench, many),
      b: await viewOf(bench, few),
    });
    return [
      {
        title: `List in Chromium, ${many.toLocaleString('en')} keys: time to rows`,
        sides: `÷ the same with ${few.toLocaleString('en')} keys`,
        unit: '×',
        value: ratio(blocks),
        reach: { atMost: 1.5 },
        made_of: { 'many ms': median(blocks.a.flat()), 'few ms': median(blocks.b.flat()) },
      },
    ];
  },
};

async function viewOf(bench: Bench, keys: number) {
  const place = await bench.elasticsearch(keys);
  const { url } = await bench.console(place);
  const { cookie = '' } = await sessionHeaders(url, place);
  const page = await (await openSignedIn(bench, { url, cookie })).newPage();
  return async () => {
    await page.goto(url);
    return [await rowsMark(page)];
  };
}
