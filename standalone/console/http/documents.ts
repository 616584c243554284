/**
 * The one HTML document of the console. It holds no script and no style of its own, so that the
 * content security policy can forbid both; the entry script decides by the path what to show.
 */
export const appDocument = (basePath: string, entry: string): string =>
  page(basePath, [
    `<script type="module" src="${basePath}/assets/${entry}"></script>`,
    '</head>',
    '<body><div id="root"></div></body>',
  ]);

/**
 * For someone who followed a link from another site: the browser keeps a strict session cookie back
 * then, but sends it when the page loads itself again.
 */
export const reloadingDocument = (basePath: string): string =>
  page(basePath, ['<meta http-equiv="refresh" content="0">', '</head>', '<body></body>']);

/** What a browser shows where there is nothing to show; `title` is a phrase of ours. */
export const errorPage = (title: string, basePath: string): string =>
  page(basePath, [
    '</head>',
    `<body><h1>${title}</h1><p><a href="${basePath}/">Project API keys</a></p></body>`,
  ]);

const page = (basePath: string, rest: readonly string[]): string =>
  [
    '<!doctype html>',
    `<html lang="en" data-base-path="${basePath}">`,
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
