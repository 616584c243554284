import type { OnResolveArgs, Plugin } from 'esbuild';

/**
 * Resolves packages to leaner forms that do the same here; together they take a third off what is
 * needed to show the list. For production only: EUI's full form checks the props it is given.
 */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup(build) {
    const resolveTo = (path: string, { resolveDir, kind }: OnResolveArgs) =>
      build.resolve(path, { resolveDir, kind });

    // EUI's own build without prop types, which Kibana ships as well.
    build.onResolve({ filter: /^@elastic\/eui$/ }, (args) =>
      resolveTo('@elastic/eui/optimize/es/index.js', args),
    );
    build.onResolve({ filter: /^@elastic\/eui\/es\// }, async (args) => ({
      ...(await resolveTo(args.path.replace('/eui/es/', '/eui/optimize/es/'), args)),
      // As modules of their own: EUI loads each icon on demand, which would make each a chunk.
      ...(args.path.includes('/icon/assets/') && { suffix: '?at-once' }),
    }));

    // The ES modules can be shaken, and io-ts uses them already.
    build.onResolve({ filter: /^fp-ts\/lib\// }, (args) =>
      resolveTo(args.path.replace('/lib/', '/es6/'), args),
    );

    // All of lodash would come for the one function that EUI's theme imports by name. Any other name
    // fails the build, here where it can be added.
    build.onResolve({ filter: /^lodash$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'lodash', namespace: STAND_IN } : undefined,
    );
    // EUI's tables know how to format a Date with moment; ours hold none. Date pickers and our own
    // code would still get the real one.
    build.onResolve({ filter: /^moment$/ }, ({ importer }) =>
      /eui\/optimize\/es\/services\/(format|predicate)\//.test(importer)
        ? { path: 'moment', namespace: STAND_IN }
        : undefined,
    );
    // Of the charts only bars on axes of numbers come, without the libraries for times and random
    // names. Any other export fails the build, here where it can be added.
    build.onResolve({ filter: /^@elastic\/charts$/ }, ({ path }) => ({
      path,
      namespace: STAND_IN,
    }));
    build.onResolve({ filter: OTHER_CHARTS }, ({ importer }) =>
      /chart_type_(renderers|selectors)\.js$/.test(importer) ? UNUSED : undefined,
    );
    build.onResolve({ filter: /^(luxon|moment-timezone|uuid)$/ }, ({ importer }) =>
      /@elastic.charts/.test(importer) ? UNUSED : undefined,
    );
    // The JSON editor's language service knows the schemas of schemas, and nobody writes those here.
    build.onResolve({ filter: /^\.\/services\/configuration$/ }, ({ importer }) =>
      importer.includes('/vscode-json-languageservice/')
        ? { path: 'schemas', namespace: STAND_IN }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: STAND_IN }, ({ path }) => ({
      contents: STAND_INS[path] ?? '',
      resolveDir: build.initialOptions.absWorkingDir ?? '.',
    }));
  },
};

const STAND_IN = 'stand-in';
const UNUSED = { path: 'unused', namespace: STAND_IN };
const OTHER_CHARTS =
  /^\.\/(bullet_graph|flame_chart|goal_chart|heatmap|metric|partition_chart|timeslip|wordcloud)\//;
const STAND_INS: Readonly<Record<string, string>> = {
  schemas: 'export const schemaContributions = {};',
  lodash: "export { default as uniqueId } from 'lodash/uniqueId.js';",
  moment: `
    const moment = () => {
      throw new Error('moment is not part of this bundle: format dates with Intl');
    };
    moment.isMoment = (value) => value?._isAMomentObject != null;
    export default moment;`,
  '@elastic/charts': `
    export { Axis, BarSeries } from '@elastic/charts/dist/chart_types/xy_chart/specs/index.js';
    export { Chart } from '@elastic/charts/dist/components/chart.js';
    export { Settings } from '@elastic/charts/dist/specs/settings.js';
    export { Tooltip } from '@elastic/charts/dist/specs/tooltip.js';
    export { DARK_THEME } from '@elastic/charts/dist/utils/themes/dark_theme.js';
    export { LIGHT_THEME } from '@elastic/charts/dist/utils/themes/light_theme.js';`,
};
