const PREFIX = 'projectApiKeys:';

/** What the task manager knows a task by: its type and, as there is one of each, its id. */
export const taskManagerId = (id: string): string => `${PREFIX}${id}`;

/** The other way round; `undefined` for a task of somebody else's. */
export const taskIdIn = (taskManagerId: string): string | undefined =>
  taskManagerId.startsWith(PREFIX) ? taskManagerId.slice(PREFIX.length) : undefined;
