/** What Kibana says about where this plugin's files are: plugin id → URL that ends with a slash. */
declare const __kbnPublicPath__: Readonly<Record<string, string>>;
/** The bundler's own: what it loads chunks from. */
declare const __webpack_require__: { p: string | undefined };

__webpack_require__.p = __kbnPublicPath__.projectApiKeys;

export { plugin } from '../../../public/index.ts';
