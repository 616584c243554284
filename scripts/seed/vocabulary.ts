/** What seeded keys are called, whose they are, and what they are for: as people name things. */

type Some<A = string> = readonly [A, ...A[]];

export const FIRST_NAMES: Some = [
  'maria',
  'jonas',
  'keiko',
  'amal',
  'pierre',
  'li',
  'olga',
  'kwame',
  'ines',
  'ravi',
  'sofia',
  'tomasz',
];

export const LAST_NAMES: Some = [
  'keller',
  'tanaka',
  'haddad',
  'dubois',
  'chen',
  'petrova',
  'mensah',
  'silva',
  'patel',
  'kowalski',
];

export const TEAMS: Some = ['catalogue', 'payments', 'search', 'logistics', 'security', 'data'];

export const ENVIRONMENTS: Some = ['production', 'staging', 'development'];

export const APPLICATIONS: Some = [
  'books',
  'orders',
  'invoices',
  'shipments',
  'clickstream',
  'inventory',
  'metrics',
  'audit',
];

/** `{app}` stands for the application, `{n}` for a number. */
export const PERSONAL_NAMES: Some = [
  '{app} nightly export',
  '{app}-ingest-pipeline-{n}',
  'Logstash: {app} → archive',
  'cron job of {app} (do not delete!)',
  'tmp',
  'test "{app}" *{n}*',
  'CI/CD {app} #{n}',
  '{app}_reader_v{n}',
  'Export für Buchhaltung – {app}',
  'intégration {app} n°{n}',
  '{app}の夜間バッチ {n}',
  'تصدير {app} اليومي',
  'выгрузка {app} {n}',
  '{app} 索引只读',
  '🔑 {app} notebook',
  '<b>{app}</b> & friends',
  'what is this? {app} \\ {n}',
];

export const MANAGED_NAMES: Some = [
  'TaskManager: reporting - {app}',
  'TaskManager: {app}-rollup-{n}',
  'Fleet: output of {app}',
];

export const LEGACY_MANAGED_NAMES: Some = ['Alerting: {app} error rate', 'Alerting: {app} #{n}'];
