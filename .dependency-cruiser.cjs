// Who may import whom: the table of docs/architecture.md as rules.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(common|server|public|standalone|scripts|test)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment: 'but for what Kibana has of its own',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@kbn/config-schema$' },
    },
    only('common-is-the-floor', '^common/', '^common/', 'common imports nothing of ours'),
    only('server-sees-common', '^server/', '^(common|server)/'),
    only('public-sees-common', '^public/', '^(common|public)/'),
    only(
      'console-sees-the-server-plugin',
      '^standalone/console/',
      '^(common/|standalone/console/|server/index\\.ts$)',
    ),
    only(
      'shell-sees-the-browser-plugin',
      '^standalone/browser/',
      '^(common/|standalone/browser/|public/index\\.ts$)',
    ),
    only('the-node-stands-alone', '^standalone/elasticsearch/', '^standalone/elasticsearch/'),
    {
      name: 'the-node-is-started-from-outside',
      severity: 'error',
      from: { path: '^(common|server|public|standalone/(console|browser))/' },
      to: { path: '^standalone/elasticsearch/' },
    },
    {
      name: 'pure-common',
      comment: 'no I/O, no Node, no React on the floor that both sides stand on',
      severity: 'error',
      from: { path: '^common/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(react|@elastic|@hapi|node:)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: '^(public|standalone/browser)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
