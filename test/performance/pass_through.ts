/**
 * `node test/performance/pass_through.ts <Elasticsearch>`: a server that only passes requests on, the
 * least that a server in between can do.
 */
import { plugin as h2o2 } from '@hapi/h2o2';
import { server as createServer } from '@hapi/hapi';

const [uri = ''] = process.argv.slice(2);
const server = createServer({ host: '127.0.0.1', port: 0 });
await server.register(h2o2);
server.route({
  method: '*',
  path: '/{path*}',
  options: { payload: { parse: false, output: 'stream' } },
  handler: (request, h) =>
    h.proxy({
      mapUri: async () => ({ uri: `${uri}${request.url.pathname}${request.url.search}` }),
      passThrough: true,
    }),
});
await server.start();
process.stdout.write(`Passes on at ${server.info.uri}\n`);
