/** What the audit trail tells of, with its categories and types as ECS has them. */
export const OPERATIONS = {
  create: { title: 'Creation of an API key', category: 'iam', type: 'creation' },
  update: { title: 'Change of an API key', category: 'iam', type: 'change' },
  delete: { title: 'Deletion of API keys', category: 'iam', type: 'deletion' },
  rotate: { title: 'Rotation of an API key', category: 'iam', type: 'creation' },
  export: { title: 'Export of API keys', category: 'database', type: 'access' },
  test: { title: 'Test of an API key', category: 'authentication', type: 'info' },
  managed_key_grant: { title: 'Grant of a managed key', category: 'iam', type: 'creation' },
  managed_key_release: { title: 'Release of a managed key', category: 'iam', type: 'deletion' },
  managed_key_delete: { title: 'Deletion of managed keys', category: 'iam', type: 'deletion' },
  task_enable: {
    title: 'Activation of a background task',
    category: 'configuration',
    type: 'change',
  },
  task_disable: {
    title: 'Deactivation of a background task',
    category: 'configuration',
    type: 'change',
  },
  task_run: { title: 'Request to run a task', category: 'configuration', type: 'access' },
  task_execute: { title: 'Run of a background task', category: 'configuration', type: 'access' },
} as const satisfies Readonly<Record<string, Operation>>;

interface Operation {
  /** A noun phrase; the message goes on with the outcome. */
  readonly title: string;
  readonly category: 'authentication' | 'configuration' | 'database' | 'iam';
  readonly type: 'access' | 'change' | 'creation' | 'deletion' | 'info';
}

/** `event.action` without `project_api_key_` */
export type OperationName = keyof typeof OPERATIONS;

/** Whether it leaves something behind, so that it matters whether it was done. */
export const changesSomething = (name: OperationName): boolean =>
  ['change', 'creation', 'deletion'].includes(OPERATIONS[name].type);
