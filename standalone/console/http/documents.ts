import { bundlePath, type PluginBundle } from './plugin_bundle.ts';

/**
 * The one HTML document of the console. It holds no script and no style of its own, so that the
 * content security policy can forbid both; the entry script decides by the path what to show. Where
 * the plugin comes as a bundle of its own, the document says where from.
 */
export const appDocument = (basePath: string, entry: string, bundle?: PluginBundle): string =>
  page(
    basePath,
    [
      `<script type="module" src="${basePath}/assets/${entry}"></script>`,
      '</head>',
      '<body><div id="root"></div></body>',
    ],
    bundle && ` data-plugin-id="${bundle.id}" data-plugin-path="${basePath}${bundlePath(bundle)}/"`,
  );

/**
 * For someone who followed a link from another site: the browser keeps a strict session cookie back
 * then, but sends it when the page loads itself again.
 */
export const reloadingDocument = (basePath: string): string =>
  page(basePath, ['<meta http-equiv="refresh" content="0">', '</head>', '<body></body>']);

/** What a browser shows where there is nothing to show; `message` may hold anything. */
export const errorPage = (title: string, message: string, basePath: string): string =>
  page(basePath, [
    '</head>',
    `<body><h1>${title}</h1><p>${escapeHtml(message)}</p>`,
    `<p><a href="${basePath}/">Project API keys</a></p></body>`,
  ]);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (basePath: string, rest: readonly string[], attributes = ''): string =>
  [
    '<!doctype html>',
    `<html lang="en" data-base-path="${basePath}"${attributes}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    // Without it a browser asks for /favicon.ico.
    '<link rel="icon" href="data:,">',
    '<title>Project API keys</title>',
    ...rest,
    '</html>',
    '',
  ].join('\n');
