import { createMemoryHistory } from 'history';
import type { ReactElement } from 'react';
import { API_PREFIX } from '../../../common/http_api/route.ts';
import type {
  CoreSetup,
  CoreStart,
  HttpFetchOptions,
  ManagementApp,
  Plugin,
} from '../../../public/index.ts';
import type { FakeServer } from '../../helpers/render_page.tsx';
import { scopedHistory } from './scoped_history.ts';
import { allowOnly, strict } from './strict.ts';

/** What `public/index` of a plugin exports. */
export interface BrowserExports {
  plugin(context: object): Plugin;
}

export interface BrowserOptions {
  readonly server: FakeServer;
  /** What Kibana puts around a plugin's tree; before 9.1 there is no such service. */
  readonly addContext?: ((element: ReactElement) => ReactElement) | undefined;
}

const MANAGEMENT = '/app/management';
const BUILT_IN = ['users', 'roles', 'api_keys', 'role_mappings'];

/** Kibana's page, with the plugin set up and started and nothing opened yet. */
export function openKibana(exports: BrowserExports, { server, addContext }: BrowserOptions) {
  const apps: ManagementApp[] = [];
  const titles: string[] = [];
  const toasts: string[] = [];
  const toast = ({ title }: { title: string }) => toasts.push(title);
  const coreStart = strict(
    'core start',
    {
      http: strict('http', { fetch: fetchFrom(server), basePath: { prepend: (path) => path } }),
      notifications: {
        toasts: strict('toasts', { addSuccess: toast, addWarning: toast, addDanger: toast }),
      },
      chrome: strict('chrome', {
        docTitle: { change: (title) => titles.push(title), reset: () => titles.push('Elastic') },
      }),
      ...(addContext && { rendering: strict('rendering', { addContext }) }),
    } satisfies CoreStart,
    ['rendering'],
  );
  const core: CoreSetup = strict('core setup', { getStartServices: async () => [coreStart] });
  const security = strict('section', {
    registerApp(app: ManagementApp) {
      allowOnly(`The app ${app.id}`, app, ['id', 'title', 'order', 'keywords', 'mount']);
      if ([...BUILT_IN, ...apps.map(({ id }) => id)].includes(app.id))
        throw new Error(`Management app already registered - id: ${app.id}`);
      apps.push(app);
      return app;
    },
  });
  const instance = exports.plugin(strict('initializer context', {}));
  instance.setup(core, { management: { sections: { section: { security } } } });
  instance.start(coreStart);
  return {
    apps,
    titles,
    toasts,
    stop: () => instance.stop(),
    /** Opens an app of the section, at this query. */
    open: (app: ManagementApp, search = '') => openApp(app, search),
  };
}

function openApp({ id, mount }: ManagementApp, search: string) {
  const basePath = `/security/${id}`;
  const browser = createMemoryHistory({ initialEntries: [`${MANAGEMENT}${basePath}${search}`] });
  const management = scopedHistory(browser, MANAGEMENT);
  const history = scopedHistory(management as unknown as typeof browser, basePath);
  const element = document.body.appendChild(document.createElement('div'));
  const crumbs: string[] = [];
  let unmount: (() => void) | undefined;
  const params = {
    basePath,
    element,
    history,
    setBreadcrumbs: (given: { text: string }[]) => crumbs.push(...given.map(({ text }) => text)),
  };
  const mounting = Promise.resolve(mount(strict('mount parameters', params))).then((given) => {
    unmount = given;
  });
  return {
    element,
    browser,
    history,
    crumbs,
    mounting,
    /** The user goes to another app; what was not mounted by then is never unmounted. */
    leave() {
      browser.push('/app/discover?_g=()');
      unmount?.();
      element.remove();
    },
  };
}

const fetchFrom =
  (server: FakeServer) =>
  async (fullPath: string, { method = 'GET', body }: HttpFetchOptions = {}) => {
    const path = fullPath.slice(API_PREFIX.length);
    const answer = server[`${method} ${path}`];
    if (answer === undefined) throw new Error(`Not found: ${method} ${path}`);
    return answer({ path, body: body === undefined ? undefined : JSON.parse(body) });
  };
