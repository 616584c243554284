import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, Script } from 'node:vm';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type CallExpression, parse } from 'acorn';
import { browserScripts, ROOT, readZip } from './plugin_zip.ts';

let scripts: ReadonlyMap<string, string>;
let all: string;
beforeAll(async () => {
  scripts = browserScripts(await readZip('9.5.0'));
  all = [...scripts.values()].join('\n');
});
const entry = () => scripts.get('projectApiKeys.plugin.js') ?? '';

/** A page in which whatever a script touches fails, but for the definition of a bundle. */
function bareKibana() {
  const define =
    jest.fn<(key: string, load: (module: string) => unknown, module: string) => void>();
  const page = createContext({ define });
  const run = (code: string) => new Script(code).runInContext(page);
  run(`{
    const untouchable = (object, ...names) => {
      for (const name of names)
        Object.defineProperty(object, name, { get() { throw new Error(name + ' was touched'); } });
      return object;
    };
    globalThis.__kbnBundles__ = untouchable({ define }, 'get', 'has');
    untouchable(globalThis, '__kbnSharedDeps__', '__kbnPublicPath__', 'window', 'self', 'document');
  }`);
  return { define, run, globals: () => run('Reflect.ownKeys(globalThis).map(String).join()') };
}

/** What a script calls or makes by its own name or as a part of the window. */
function calledGlobals(script: string): Set<string> {
  const called = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, callee } = node as { type?: string; callee?: CallExpression['callee'] };
    if (callee !== undefined) called.add(globalName(callee));
    if (type === 'ImportExpression') called.add('import');
    Object.values(node).forEach(visit);
  };
  visit(parse(script, { ecmaVersion: 2020, sourceType: 'script' }));
  return called;
}

function globalName(callee: CallExpression['callee']): string {
  if (callee.type === 'Identifier') return callee.name;
  const isOfWindow =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    ['window', 'self', 'globalThis', 'navigator'].includes(callee.object.name);
  return isOfWindow && callee.property.type === 'Identifier' ? callee.property.name : '';
}

describe('the scripts of the zip', () => {
  it('are scripts of ES2020', () => {
    expect(scripts.size).toBeGreaterThan(1);
    for (const script of scripts.values())
      expect(() => parse(script, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
  });

  it('begin with an entry of at most 10 KB, and have names of their content but for that', () => {
    expect(Buffer.byteLength(entry())).toBeLessThanOrEqual(10 * 1024);
    for (const name of scripts.keys())
      expect(name).toMatch(/^projectApiKeys\.(plugin|chunk\.[0-9a-f]{16})\.js$/);
  });

  it('define one bundle at first, and do nothing else', () => {
    const { define, globals, run } = bareKibana();
    const before = globals();
    run(entry());
    expect(define.mock.calls).toEqual([
      ['plugin/projectApiKeys/public', expect.any(Function), expect.any(String)],
    ]);
    expect(globals()).toEqual(before);
  });

  it('take what Kibana lends when the bundle is asked for', () => {
    const { define, run } = bareKibana();
    run(entry());
    const [[, load] = []] = define.mock.calls;
    expect(() => load?.('public')).toThrow('__kbnPublicPath__ was touched');
  });

  it.each([
    ['react', 'react/cjs/react.production.min.js', 'ReactCurrentBatchConfig'],
    ['react-dom', 'react-dom/cjs/react-dom.production.min.js', '__reactFiber$'],
    [
      '@elastic/eui',
      '@elastic/eui/optimize/lib/services/theme/hooks.js',
      'is missing which can result',
    ],
    ['@emotion/react', '@emotion/react/dist/emotion-react.browser.cjs.js', 'registerStyles'],
    ['@emotion/cache', '@emotion/cache/dist/emotion-cache.browser.cjs.js', 'data-emotion'],
    ['moment', 'moment/moment.js', '_isAMomentObject'],
  ])('hold nothing of %s', (_name, file, word) => {
    expect(readFileSync(path.join(ROOT, 'node_modules', file), 'utf8')).toContain(word);
    expect(all).not.toContain(word);
  });

  it.each([
    ['code from text', /\beval\s*\(|\bFunction\s*\(|setTimeout\("/],
    ['modules that Kibana does not lend', /jsx-runtime|react-dom\/client/],
    ['secrets', /-----BEGIN|\bchangeme\b|\bpassword["']?[:=]["']/],
    ['comments', /\/\*[!*@]|sourceMappingURL/],
  ])('hold no %s', (_what, pattern) => {
    expect(all.match(pattern)?.[0]).toBeUndefined();
  });

  it('load by tags of scripts only, and ask the server through Kibana only', () => {
    const others = [
      ...['import', 'importScripts', 'Worker', 'SharedWorker', 'eval', 'Function'],
      ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon'],
    ];
    const called = [...scripts.values()].flatMap((script) => [...calledGlobals(script)]);
    expect(called).toContain('setTimeout');
    expect(called.filter((name) => others.includes(name))).toEqual([]);
  });

  it('set the address of what they load in one place, which begins with the one of Kibana', () => {
    expect(all.match(/\.src\s*=[^=]/g)).toHaveLength(1);
    expect(entry()).toMatch(/\.p=__kbnPublicPath__\.projectApiKeys\b/);
  });

  it('name other hosts only as names, examples, or where an error is explained', () => {
    const hosts = [...all.matchAll(/\bhttps?:\/\/([\w.-]+)/g)].map(([, host]) => host);
    expect([...new Set(hosts)].sort()).toEqual([
      'bit.ly', // immer
      'elasticsearch.example',
      'formatjs.github.io',
      'json-schema.org', // the names of JSON Schema's versions
      'redux-toolkit.js.org',
      'redux.js.org',
      'www.w3.org', // the name of SVG
    ]);
  });
});
