/** Which part of the page is shown; `task`: the id of the one to begin with. */
export type PageTab =
  | { readonly is: 'keys' }
  | { readonly is: 'tasks'; readonly task?: string | undefined };

/** Reads `?tab=tasks&task=delete_expired_keys`. Everything else is the list of keys. */
export function parsePageTab(search: string): PageTab {
  const params = new URLSearchParams(search);
  if (params.get('tab') !== 'tasks') return { is: 'keys' };
  return { is: 'tasks', task: params.get('task') ?? undefined };
}

/** The query of the address of the tasks, or of one of them. */
export const tasksSearch = (task?: string): string =>
  `?${new URLSearchParams({ tab: 'tasks', ...(task !== undefined && { task }) })}`;
