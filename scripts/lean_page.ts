import path from 'node:path';
import type { OnResolveArgs, Plugin } from 'esbuild';
import { LEAN_MODULES } from './lean_packages.ts';

/**
 * Resolves packages to leaner forms that do the same here; together they take a third off what is
 * needed to show the list. For production only: EUI's full form checks the props it is given.
 */
export const leanPage: Plugin = {
  name: 'lean-page',
  setup(build) {
    const root = build.initialOptions.absWorkingDir ?? '.';
    const resolveTo = (to: string, { resolveDir, kind }: OnResolveArgs) =>
      build.resolve(to, { resolveDir, kind });

    for (const { request, importer, by } of LEAN_MODULES)
      build.onResolve({ filter: request }, (args) => {
        if (importer?.test(args.importer.replaceAll(path.sep, '/')) === false) return undefined;
        return 'file' in by
          ? { path: path.resolve(root, by.file) }
          : resolveTo(args.path.replace(request, by.name), args);
      });

    // EUI's own build without prop types, which Kibana ships as well.
    build.onResolve({ filter: /^@elastic\/eui$/ }, (args) =>
      resolveTo('@elastic/eui/optimize/es/index.js', args),
    );
    build.onResolve({ filter: /^@elastic\/eui\/es\// }, async (args) => ({
      ...(await resolveTo(args.path.replace('/eui/es/', '/eui/optimize/es/'), args)),
      // As modules of their own: EUI loads each icon on demand, which would make each a chunk.
      ...(args.path.includes('/icon/assets/') && { suffix: '?at-once' }),
    }));

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
    build.onLoad({ filter: /.*/, namespace: STAND_IN }, ({ path: name }) => ({
      contents: STAND_INS[name] ?? '',
      resolveDir: root,
    }));
  },
};

const STAND_IN = 'stand-in';
const STAND_INS: Readonly<Record<string, string>> = {
  lodash: "export { default as uniqueId } from 'lodash/uniqueId.js';",
  moment: `
    const moment = () => {
      throw new Error('moment is not part of this bundle: format dates with Intl');
    };
    moment.isMoment = (value) => value?._isAMomentObject != null;
    export default moment;`,
};
