import { KNOWN_SETTINGS, type KnownSetting } from './known_settings.ts';

/** What `--help` prints: every setting with its meaning and default. */
export function helpText(): string {
  const settings = Object.entries<KnownSetting<unknown>>(KNOWN_SETTINGS);
  const width = Math.max(...settings.map(([key]) => key.length));
  const lines = settings.map(([key, { meaning, fallback }]) => {
    const byDefault = fallback === undefined || fallback === '' ? '' : ` (default ${fallback})`;
    return `  --${key.padEnd(width)}  ${meaning}${byDefault}`;
  });
  return [
    'Usage: npm start -- [--setting=value …] [--config FILE] [-E elasticsearch.setting=value …]',
    '       npm start -- --plugin=build/projectApiKeys-X.Y.Z.zip …',
    '',
    'Flags win over environment variables (SERVER_PORT), which win over the file (YAML).',
    '-E flags go to the Elasticsearch node that starts when elasticsearch.hosts is not set.',
    '--plugin tries out what was built for Kibana: the plugin comes from the zip, not the sources.',
    '',
    ...lines,
    '',
  ].join('\n');
}
