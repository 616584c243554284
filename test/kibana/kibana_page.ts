import { setImmediate } from 'node:timers';
import { TextDecoder } from 'node:util';
import { createMemoryHistory } from 'history';
import { API_PREFIX } from '../../common/http_api/route.ts';
import type { CoreStart, ManagementApp, Plugin } from '../../public/index.ts';
import { anApiKey } from '../helpers/an_api_key.ts';
import { keysServer } from '../helpers/keys_server.ts';
import { readZip } from './plugin_zip.ts';

// What jsdom lacks: the reader of zips needs the first, the page the others.
Object.assign(globalThis, { setImmediate, TextDecoder });
Element.prototype.scrollIntoView = () => {};

const ID = 'projectApiKeys';
const FILES = `/bundles/plugin/${ID}/`;

export interface PageOptions {
  readonly rendering?: CoreStart['rendering'];
  /** `__kbnSharedDeps__` */
  readonly lent: object;
}

/** jsdom's document as Kibana's page, with the plugin of the zip in it, over a server with one key. */
export async function openKibanaPage({ rendering, lent }: PageOptions) {
  const globals = new Set(Object.keys(window));
  const { files } = await readZip('9.5.0');
  const contents = (file: string) => String(files.get(`target/public/${file}`));
  const loaded: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const tag of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(tag instanceof HTMLScriptElement) || tag.src === '') continue;
      const file = new URL(tag.src).pathname.replace(FILES, '');
      loaded.push(file);
      run(contents(file));
      tag.dispatchEvent(new Event('load'));
    }
  });
  observer.observe(document.head, { childList: true });

  const bundles = new Map<string, () => unknown>();
  Object.assign(window, {
    __kbnBundles__: {
      define: (key: string, load: () => unknown) => bundles.set(key, load),
    },
    __kbnPublicPath__: { [ID]: FILES },
    __kbnSharedDeps__: lent,
  });
  run(contents(`${ID}.plugin.js`));
  const load = bundles.get(`plugin/${ID}/public`) as () => { plugin(context: object): Plugin };

  const apps: ManagementApp[] = [];
  const instance = load().plugin({});
  instance.setup(
    { getStartServices: async () => [coreStart(rendering)] },
    {
      management: {
        sections: { section: { security: { registerApp: (app) => apps.push(app) } } },
      },
    },
  );
  const element = document.body.appendChild(document.createElement('div'));
  return {
    plugin: instance,
    apps,
    element,
    /** The files that were loaded after the entry. */
    loaded,
    mount: async () =>
      apps[0]?.mount({ element, history: createMemoryHistory(), setBreadcrumbs() {} }),
    /** Takes all away, but for the styles in the head, which are those of what is lent. */
    close() {
      observer.disconnect();
      for (const made of document.querySelectorAll('script, body > *')) made.remove();
      for (const name of Object.keys(window))
        if (!globals.has(name)) Reflect.deleteProperty(window, name);
    },
  };
}

function run(code: string): void {
  const script = document.createElement('script');
  script.textContent = code;
  document.head.append(script);
}

function coreStart(rendering: CoreStart['rendering']): CoreStart {
  const server = keysServer([anApiKey({ id: 'k1', name: 'books' })]);
  return {
    http: {
      async fetch(fullPath, { method = 'GET', body } = {}) {
        const path = fullPath.slice(API_PREFIX.length);
        const answer = server[`${method} ${path}`];
        return answer?.({ path, body: body === undefined ? undefined : JSON.parse(body) });
      },
      basePath: { prepend: (path) => path },
    },
    notifications: { toasts: { addSuccess() {}, addWarning() {}, addDanger() {} } },
    chrome: { docTitle: { change() {}, reset() {} } },
    ...(rendering && { rendering }),
  };
}
