import type { Task } from '../../../common/http_api/tasks.ts';

export type ParamName = 'interval' | 'older_than' | 'owners' | 'before' | 'webhook_url';

/** What was typed, by parameter. */
export type ParamTexts = Readonly<Partial<Record<ParamName, string>>>;

/** What can be set, by the task's id; nothing of other tasks. */
const PARAMS: Readonly<Record<string, readonly ParamName[]>> = {
  delete_expired_keys: ['interval', 'older_than', 'owners'],
  notify_expiring_keys: ['interval', 'before', 'webhook_url'],
};

export const paramsOf = ({ id }: Pick<Task, 'id'>): readonly ParamName[] => PARAMS[id] ?? [];

/** A parameter as text to edit: `['14d', '7d']` is `14d, 7d`. */
export const paramText = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

/** The reverse; `undefined` for an optional parameter that is left empty. */
export function paramValue(name: ParamName, text: string): unknown {
  const trimmed = text.trim();
  if (name === 'before')
    return trimmed
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return name === 'webhook_url' && trimmed === '' ? undefined : trimmed;
}

/** All parameters of a task, with what was typed in their place. */
export function changedParams({ params }: Pick<Task, 'params'>, typed: ParamTexts) {
  const changed = Object.entries(typed).map(([name, text]) => [
    name,
    paramValue(name as ParamName, text),
  ]);
  return Object.fromEntries(
    Object.entries({ ...params, ...Object.fromEntries(changed) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/** Whether what was typed is something else than what is set. */
export const isChanged = ({ params }: Pick<Task, 'params'>, typed: ParamTexts): boolean =>
  Object.entries(typed).some(
    ([name, text]) => paramText(paramValue(name as ParamName, text)) !== paramText(params[name]),
  );
