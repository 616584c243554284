// All suites on one runner; `scripts/test.ts` runs them one after the other.

// Packages published as ES modules only; jest's module system needs them as CommonJS.
const esModulesOnly = [
  'react-intl',
  '@formatjs',
  'intl-messageformat',
  'uuid',
  'codemirror-languageservice',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
];

const base = {
  transform: {
    '\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
          transform: { react: { runtime: 'classic' } },
        },
        module: { type: 'commonjs', ignoreDynamic: false },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulesOnly.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/data'],
  restoreMocks: true,
};

const browser = {
  ...base,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/browser/*.test.ts'],
};

/** The consoles of these tests take the plugin from its zip, see `test/helpers/console.ts`. */
const onZip = (kibanaVersion) => ({
  globalSetup: '<rootDir>/test/kibana/build_zips.cjs',
  globals: { pluginZip: `build/projectApiKeys-${kibanaVersion}.zip` },
});

module.exports = {
  cacheDirectory: '<rootDir>/build/cache/jest',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{common,server,standalone,scripts,test/performance}/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: [
        '<rootDir>/public/**/*.test.{ts,tsx}',
        '<rootDir>/standalone/browser/**/*.test.tsx',
      ],
      moduleNameMapper: {
        '^@elastic/eui$': '@elastic/eui/test-env',
        '^@elastic/charts$': '<rootDir>/test/helpers/no_charts.ts',
      },
      setupFilesAfterEnv: ['<rootDir>/test/helpers/jsdom_setup.ts'],
    },
    {
      ...base,
      displayName: 'kibana',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/kibana/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/test/kibana/build_zips.cjs',
      moduleNameMapper: { '^@elastic/eui$': '@elastic/eui/test-env' },
    },
    {
      ...base,
      displayName: 'integration',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/api_integration/**/*.test.ts'],
    },
    { ...browser, displayName: 'browser' },
    { ...browser, ...onZip('9.5.0'), displayName: 'zip' },
    {
      ...browser,
      ...onZip('9.1.0'),
      displayName: 'kibana_9_1',
      testMatch: ['<rootDir>/test/browser/kibana_9_1/*.test.ts'],
    },
  ],
};
