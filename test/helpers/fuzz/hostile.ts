import fc from 'fast-check';
import type { RawRequest } from './raw_send.ts';

/** What an attacker makes of an honest request. */
export const hostile = (honest: RawRequest): fc.Arbitrary<RawRequest> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.oneof(...BODIES).map((body) => ({ ...honest, ...withJson(honest), body })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...HEADERS).map((headers) => ({
        ...honest,
        headers: without(
          { ...honest.headers, ...headers },
          Object.keys(headers).filter((name) => headers[name] === undefined),
        ),
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...PATHS)
        .map((change) => ({ ...honest, path: change(honest.path) })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          'DELETE',
          'PATCH',
          'OPTIONS',
          'HEAD',
          'TRACE',
          'PROPFIND',
          'GET',
          'POST',
          'PUT',
        )
        .map((method) => ({ ...honest, method })),
    },
  );

const withJson = ({ headers }: RawRequest) => ({
  headers: { ...headers, 'content-type': 'application/json' },
});

const without = (headers: RawRequest['headers'], names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

const UTF16 = Buffer.from('\ufeff{"name": "a"}', 'utf16le');

const BODIES: readonly fc.Arbitrary<string | Buffer>[] = [
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  // Truncated, or with one character changed.
  fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(200)).map(([json, end]) => json.slice(0, end)),
  fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(200), fc.string({ maxLength: 2 }))
    .map(([json, at, text]) => json.slice(0, at) + text + json.slice(at + 1)),
  fc.constantFrom<string | Buffer>(
    '',
    ' ',
    'null',
    '[]',
    '"name"',
    '0',
    '\ufeff{}',
    "{'name': 'a'}",
    '{"name": "a",}',
    '{"name": "a", "name": 5}',
    '{"name": "\\ud800", "metadata": {"a": 1e999}}',
    '{"filter": {"created": {"from": 1e999}}}',
    '{"__proto__": {"name": "a"}}',
    '{"constructor": {"prototype": {"name": "a"}}}',
    UTF16,
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  ),
  // As long as a body may be, as deep as that allows, with as many mistakes, and longer.
  fc.constantFrom(
    `{"metadata": ${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
    '{"a":'.repeat(150_000),
    `{"ids": [${'0,'.repeat(500_000)}0]}`,
    `{${Array.from({ length: 70_000 }, (_, index) => `"f${index}":0`).join()}}`,
    `{"role_descriptors": {"r": {"indices": [${'0,'.repeat(400_000)}0]}}}`,
    JSON.stringify({ name: 'x'.repeat(1_000_000) }),
    JSON.stringify({ name: 'x'.repeat(1_500_000) }),
  ),
];

const HEADERS: readonly Readonly<Record<string, string | string[] | undefined>>[] = [
  { 'kbn-xsrf': undefined },
  { authorization: undefined },
  { authorization: '' },
  { authorization: 'Basic' },
  { authorization: 'Basic !!!' },
  { authorization: 'Basic Og==' },
  { authorization: `Basic ${Buffer.from('elastic:changeme').toString('base64')}` },
  { authorization: 'ApiKey AAAA' },
  { authorization: 'Bearer AAAA' },
  { authorization: `ApiKey ${'A'.repeat(7_000)}` },
  { authorization: `ApiKey ${'A'.repeat(10_000)}` },
  { authorization: undefined, cookie: 'sid=Fe26.2**x' },
  { authorization: undefined, cookie: `sid=${'x'.repeat(8_000)}` },
  { authorization: undefined, cookie: '__proto__=x; sid; sid=; a=b=c; "' },
  { 'content-type': undefined },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/json;;;' },
  { 'content-type': 'APPLICATION/JSON' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'br, gzip' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-request-id': 'x'.repeat(5_000) },
  { 'x-forwarded-for': `127.0.0.1, ${'x'.repeat(500)}` },
  { host: 'evil.example' },
  { host: '[::1' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { accept: 'text/html' },
  { 'accept-encoding': 'gzip;q=0, *;q=0.0001, x' },
  { 'if-none-match': '*', range: 'bytes=0-1' },
  { expect: '100-continue' },
  { connection: 'close' },
  { te: 'trailers', upgrade: 'h2c' },
];

const PATHS: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => `${path}/..`,
  (path) => path.replace('/api/', '/api/./'),
  (path) => path.replace('/api/', '/API/'),
  (path) => path.replace('/api/', '/api/../api/'),
  (path) => path.replace('/api/', '/login/%2e%2e/api/'),
  (path) => `/${path.slice(1).replaceAll('/', '%2f')}`,
  (path) => path.replaceAll('_', '%5f'),
  (path) => `${path}%00`,
  (path) => `${path}%ff`,
  (path) => `${path}%zz`,
  (path) => `${path};a=b`,
  (path) => `${path}?`,
  (path) => `${path}?__proto__=1&constructor=2&a[]=1&a[b]=2`,
  (path) => `${path}?with_limited_by=true&with_limited_by=false`,
  (path) => `${path}?${'a=1&'.repeat(3_000)}`,
  (path) => `${path}#x`,
  (path) => `http://evil.example${path}`,
  () => '*',
  () => '/',
  () => '/api/project_api_keys/keys/%2e%2e/%2e%2e/_delete',
  () => '/api/project_api_keys/keys/_bulk_update',
  () => '/api/project_api_keys/keys/..%2f..%2f_all',
  () => `/api/project_api_keys/keys/${'x'.repeat(8_000)}`,
];
