const { execFileSync } = require('node:child_process');

/** Before the tests of the zips: builds them, for the oldest and the newest Kibana that was looked at. */
module.exports = (_config, { rootDir }) => {
  execFileSync(process.execPath, ['scripts/build.ts', '--kibana-version=9.1.0,9.5.0'], {
    cwd: rootDir,
    env: { ...process.env, TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};
