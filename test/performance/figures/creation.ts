import { createKeyRoute } from '../../../common/http_api/create_key.ts';
import { createOnce } from '../../../server/routes/create_once.ts';
import { sessionHeaders } from '../console_session.ts';
import type { Measurement } from '../figure.ts';
import { type Call, httpCaller, latencies } from '../http_caller.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { requestsOf } from '../requests_of.ts';
import { median } from '../statistics.ts';

const CONNECTIONS = 8;
const BODY = {
  name: 'bench',
  expiration: '1h',
  role_descriptors: { reader: { indices: [{ names: ['books'], privileges: ['read'] }] } },
};

export const creation: Measurement = {
  name: 'creation',
  async measure(bench) {
    const place = await bench.elasticsearch(0);
    const { url } = await bench.console(place);
    const [direct] = await requestsOf(place, (client) => createOnce(client, BODY));
    if (direct === undefined) throw new Error('Creating a key takes no request');
    const console: Call = {
      method: 'POST',
      url: new URL(createKeyRoute.path, url).href,
      headers: await sessionHeaders(url, place),
      body: BODY,
    };
    const { send, close } = httpCaller(CONNECTIONS);
    const times = bench.pick(80, 16);
    const perSecond = (call: Call) => async () => {
      const start = performance.now();
      await latencies({ times, concurrency: CONNECTIONS }, () => send(call));
      return [times / ((performance.now() - start) / 1000)];
    };
    const blocks = await inTurn(bench.pick(6, 1), { a: perSecond(console), b: perSecond(direct) });
    close();
    return [
      {
        title: `Keys created a second, ${CONNECTIONS} connections`,
        sides: 'console ÷ Elasticsearch asked directly',
        unit: '×',
        value: ratio(blocks),
        reach: { atLeast: 0.85 },
        made_of: { 'console/s': median(blocks.a.flat()), 'direct/s': median(blocks.b.flat()) },
      },
    ];
  },
};
