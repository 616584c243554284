/** A module that bundlers take in place of another, as it does the same here and is smaller. */
export interface LeanModule {
  /** What is imported. */
  readonly request: RegExp;
  /** By files with such a path, with slashes; by default by any. */
  readonly importer?: RegExp;
  /** What `request` is replaced by, or a file below the repository's folder to take instead. */
  readonly by: { readonly name: string } | { readonly file: string };
}

const NOTHING = { file: 'scripts/stand_ins/nothing.ts' };

/** What is left out of every bundle for production, of the console and of the plugin. */
export const LEAN_MODULES: readonly LeanModule[] = [
  // The ES modules can be shaken, and io-ts uses them already.
  { request: /^fp-ts\/lib\//, by: { name: 'fp-ts/es6/' } },
  // Of the charts only bars come, without the libraries for times and random names.
  { request: /^@elastic\/charts$/, by: { file: 'scripts/stand_ins/charts.ts' } },
  {
    request:
      /^\.\/(bullet_graph|flame_chart|goal_chart|heatmap|metric|partition_chart|timeslip|wordcloud)\//,
    importer: /chart_type_(renderers|selectors)\.js$/,
    by: NOTHING,
  },
  { request: /^(luxon|moment-timezone|uuid)$/, importer: /@elastic\/charts/, by: NOTHING },
  {
    request: /^\.\/services\/configuration$/,
    importer: /\/vscode-json-languageservice\//,
    by: { file: 'scripts/stand_ins/schemas.ts' },
  },
];
